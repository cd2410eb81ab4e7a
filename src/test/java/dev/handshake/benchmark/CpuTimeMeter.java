package dev.handshake.benchmark;

/** The processor time that requests took of some processes. */
class CpuTimeMeter {

    private final ProcessTree processTree;
    private double startSeconds;
    private double seconds;
    private long requests;

    CpuTimeMeter(ProcessTree processTree) {
        this.processTree = processTree;
    }

    void start() {
        startSeconds = processTree.cpuSeconds();
    }

    void stop(long answered) {
        seconds += processTree.cpuSeconds() - startSeconds;
        requests += answered;
    }

    /** Of one request. */
    double millisPerRequest() {
        return seconds * 1000 / requests;
    }
}
