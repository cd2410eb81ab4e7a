package dev.handshake.disk;

import static dev.handshake.disk.FormatAssertions.assertNotADisk;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NonDiskFormatTest {

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "`<!DOCTYPE HTML PUBLIC \"-//W3C//DTD\">`, an HTML page",
                "`\ufeff \n<html lang=en>`, an HTML page",
                "`<?xml version='1.0'?><html xmlns='http://www.w3.org/1999/xhtml'>`, an HTML page",
                "`<!-- old --><HTML>`, an HTML page",
                "`<?xml version='1.0'?><ovf:Envelope>`, an OVF descriptor",
                "`<Envelope ovf:version='1.0'>`, an OVF descriptor",
                "`<?xml version='1.0'?><Error><Code>AccessDenied</Code></Error>`, an XML text",
                "`<metalink xmlns='urn:x'></metalink>`, an XML text",
                "`{\"error\": \"not found\"}`, a JSON text",
                "`[1, 2]`, a JSON text",
                "`404 page not found\n`, a text",
                "`wörter und zahlen`, a text",
                "`/annex/objects/SHA256E-s1--ab.img`, a git-annex pointer",
                "`version https://git-lfs.github.com/spec/v1\noid sha256:ab`, a Git LFS pointer",
                "`#!/bin/sh\nexit 1\n`, a script"
            })
    void a_text_is_no_disk(String text, String word) {
        assertNotADisk(word, text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void a_text_in_an_older_or_wider_encoding_is_no_disk() {
        assertNotADisk("a text", "Die Prüfsumme fehlt".getBytes(StandardCharsets.ISO_8859_1));
        assertNotADisk("a text", "no such file".getBytes(StandardCharsets.UTF_16));
    }

    @ParameterizedTest
    @ValueSource(ints = {512, 4096, 8192, 1 << 20})
    void a_text_that_fills_whole_sectors_is_no_disk(int size) {
        assertNotADisk(
                "a text",
                "0123456é"
                        .repeat(size / 8)
                        .substring(0, size / 9 * 8)
                        .concat(" ".repeat(size))
                        .getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void a_text_that_is_cut_within_a_character_is_one() {
        byte[] text = "a".repeat(4095).concat("é".repeat(300)).getBytes(StandardCharsets.UTF_8);
        assertNotADisk("a text", text);
    }

    @ParameterizedTest
    @CsvSource({
        "a PDF document, 255044462d312e37",
        "a program (ELF), 7f454c46020101",
        "a program (Mach-O), cffaedfe",
        "a program (Java class), cafebabe00000041",
        "a picture, 89504e470d0a1a0a",
        "a picture, ffd8ffe0",
        "an Office document, d0cf11e0a1b11ae1",
        "an SQLite database, 53514c69746520666f726d6174203300",
        "a torrent, 64383a616e6e6f756e6365",
        "a zsync file, 7a73796e633a20302e362e320a0001"
    })
    void a_document_of_whole_sectors_is_refused_by_name(String word, String start) {
        assertNotADisk(word, Arrays.copyOf(HexFormat.of().parseHex(start), 4096));
    }

    @Test
    void a_program_for_windows_or_uefi_is_no_disk() {
        byte[] file = new byte[4096];
        System.arraycopy("MZ".getBytes(StandardCharsets.US_ASCII), 0, file, 0, 2);
        file[0x3c] = (byte) 0x80;
        System.arraycopy("PE".getBytes(StandardCharsets.US_ASCII), 0, file, 0x80, 2);
        assertNotADisk("a program (EXE)", file);
    }
}
