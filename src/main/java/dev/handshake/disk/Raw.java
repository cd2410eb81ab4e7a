package dev.handshake.disk;

/** The bytes of the disk and nothing else. Whatever is nothing else is this. */
final class Raw implements Layout {

    @Override
    public String word() {
        return DiskFormat.RAW.word();
    }

    @Override
    public boolean matches(Glimpse file) {
        return true;
    }

    @Override
    public DiskFacts read(Glimpse file) {
        return new DiskFacts(DiskFormat.RAW, file.size(), file.size());
    }
}
