package dev.handshake.benchmark;

/** Measures the CPU time that processes spend on requests. */
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

    /** Per request. */
    double millisPerRequest() {
        return seconds * 1000 / requests;
    }
}
