package dev.handshake.disk;

import java.util.HexFormat;

/** Signatures found in raw disks: boot sectors, partition tables, volumes and file systems. */
enum RawContentSignature {
    BOOT_SECTOR(510, "55aa"),
    GPT(512, "4546492050415254"),
    GPT_4K(4096, "4546492050415254"),
    APPLE_MAP(512, "504d0000"),
    BSD_LABEL(512, "57455682"),
    BSD_LABEL_FIRST(0, "57455682"),
    SUN_LABEL(508, "dabe"),
    SGI_LABEL(0, "0be5a941"),
    AIX(0, "c9c2d4c1"),
    DASD(8192, "e5d6d3f1"),
    DASD_KEY(8196, "e5d6d3f1"),
    LVM_FIRST(0, "4c4142454c4f4e45"),
    LVM(512, "4c4142454c4f4e45"),
    LVM_THIRD(1024, "4c4142454c4f4e45"),
    LVM_FOURTH(1536, "4c4142454c4f4e45"),
    RAID(4096, "fc4e2ba9"),
    RAID_FIRST(0, "fc4e2ba9"),
    BITLOCKER(3, "2d4656452d46532d"),
    ZFS(131_072, "0cb1ba0000000000"),
    EXT(1080, "53ef"),
    XFS(0, "58465342"),
    BTRFS(65_600, "5f42485266535f4d"),
    BCACHEFS(4120, "c68573f64e1a45ca8265f57f48ba6d81"),
    F2FS(1024, "1020f5f2"),
    EROFS(1024, "e2e1f5e0"),
    SQUASHFS(0, "68737173"),
    SQUASHFS_BIG(0, "73717368"),
    CRAMFS(0, "453dcd28"),
    ROMFS(0, "2d726f6d3166732d"),
    JFS(32_768, "4a465331"),
    REISERFS(65_588, "526549734572"),
    NILFS(1030, "3434"),
    UFS(9564, "54190100"),
    UFS_BIG(9564, "00011954"),
    UFS2(66_908, "19015419"),
    UFS2_BIG(66_908, "19540119"),
    HFS(1024, "4244"),
    HFS_PLUS(1024, "482b"),
    HFSX(1024, "4858"),
    APFS(32, "4e585342"),
    MINIX(1040, "7f13"),
    MINIX_LONG(1040, "8f13"),
    MINIX_2(1040, "6824"),
    MINIX_2_LONG(1040, "7824"),
    MINIX_3(1048, "5a4d"),
    OCFS2(8192, "4f43465356320000"),
    GFS2(65_536, "01161970"),
    SWAP(4086, "535741502d5350414345"),
    SWAP_2(4086, "53574150535041434532");

    private final long offset;
    private final byte[] signature;

    /**
     * @param at byte offset
     * @param signature in hexadecimal
     */
    RawContentSignature(long at, String signature) {
        this.offset = at;
        this.signature = HexFormat.of().parseHex(signature);
    }

    boolean matches(FileSample file) {
        return file.hasBytesAt(offset, signature);
    }
}
