package dev.handshake.benchmark;

/** The processor time that requests took of some processes. */
class Spent {

    private final Processes processes;
    private double begun;
    private double seconds;
    private long requests;

    Spent(Processes processes) {
        this.processes = processes;
    }

    void begin() {
        begun = processes.seconds();
    }

    void end(long answered) {
        seconds += processes.seconds() - begun;
        requests += answered;
    }

    /** Of one request. */
    double millis() {
        return seconds * 1000 / requests;
    }
}
