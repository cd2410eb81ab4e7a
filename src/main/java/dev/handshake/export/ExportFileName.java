package dev.handshake.export;

import dev.handshake.image.Image;
import dev.handshake.web.Text;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** The file name of an export: the image's name with the extension of its format. */
record ExportFileName(String name) {

    private static final int MAX_LENGTH = 120;

    static ExportFileName from(Image image) {
        String ending = image.diskFormat == null ? "img" : image.diskFormat.label();
        String plain = image.name.replaceAll("[\\p{Cntrl}/\\\\:*?\"<>|%]+", "-").replaceAll("^[.\\s-]+", "");
        String name = plain.isBlank() ? image.id.toString() : plain.strip();
        String cut = Text.truncate(MAX_LENGTH, name);
        return new ExportFileName(cut.endsWith("." + ending) ? cut : cut + "." + ending);
    }

    /** The {@code Content-Disposition} header (RFC 6266), in ASCII for old clients and in UTF-8. */
    String toContentDisposition() {
        String old = name.replaceAll("[^\\x20-\\x7e]", "_");
        String whole = URLEncoder.encode(name, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("*", "%2A");
        return "attachment; filename=\"" + old + "\"; filename*=UTF-8''" + whole;
    }
}
