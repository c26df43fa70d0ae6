package org.consilium.cli;

/** Exit codes. */
final class Exit {
    static final int DONE = 0;
    static final int FAILED = 1;
    static final int USAGE = 2;
    static final int BAD_INPUT = 3;
    static final int ACCESS = 4;

    /** As shells have it for a process that Ctrl-C ended. */
    static final int CANCELLED = 130;

    private Exit() {}
}
