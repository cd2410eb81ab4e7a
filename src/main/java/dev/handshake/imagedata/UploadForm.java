package dev.handshake.imagedata;

import dev.handshake.error.Reason;
import dev.handshake.error.RefusedException;
import dev.handshake.image.ImageForm;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.commons.fileupload2.core.AbstractFileUpload;
import org.apache.commons.fileupload2.core.DiskFileItem;
import org.apache.commons.fileupload2.core.DiskFileItemFactory;
import org.apache.commons.fileupload2.core.FileItemInput;
import org.apache.commons.fileupload2.core.FileItemInputIterator;
import org.apache.commons.fileupload2.core.FileUploadException;
import org.apache.commons.fileupload2.core.RequestContext;

/**
 * A multipart form whose last field is a file. It is parsed while it arrives, fields first, and the file stays a
 * stream, so that it is never buffered in memory or on local disk.
 *
 * @param file the stream of the file, or null if there is none
 */
record UploadForm(ImageForm details, InputStream file) {

    private static final int MAX_FIELD_BYTES = 16 * 1024;
    private static final int MAX_FIELDS = 20;

    /**
     * @param type the content type, including the boundary
     * @throws RefusedException {@link Reason#MALFORMED} for anything else than such a form
     */
    static UploadForm parse(String type, InputStream body) throws IOException {
        try {
            return parse(new MultipartReader().getItemIterator(new MultipartBody(type, body)));
        } catch (FileUploadException malformed) {
            throw new RefusedException(Reason.MALFORMED, "it is not a multipart form with a file");
        }
    }

    private static UploadForm parse(FileItemInputIterator parts) throws IOException {
        Map<String, String> fields = new HashMap<>();
        while (parts.hasNext() && fields.size() <= MAX_FIELDS) {
            FileItemInput part = parts.next();
            if (!part.isFormField()) {
                return of(fields, part);
            }
            fields.put(part.getFieldName(), text(part));
        }
        return new UploadForm(ImageForm.parse(fields::get), null);
    }

    private static UploadForm of(Map<String, String> fields, FileItemInput file) throws IOException {
        String path = name(file);
        String fileName = path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
        fields.merge("name", fileName, (typed, name) -> typed.isBlank() ? name : typed);
        return new UploadForm(ImageForm.parse(fields::get), fileName.isEmpty() ? null : file.getInputStream());
    }

    private static String name(FileItemInput file) {
        try {
            return Objects.requireNonNullElse(file.getName(), "");
        } catch (InvalidPathException control) { // the library refuses a NUL
            throw new RefusedException(Reason.MALFORMED, "the file name contains a control character");
        }
    }

    private static String text(FileItemInput part) throws IOException {
        byte[] bytes = part.getInputStream().readNBytes(MAX_FIELD_BYTES);
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private record MultipartBody(String type, InputStream stream) implements RequestContext {
        @Override
        public String getContentType() {
            return type;
        }

        @Override
        public InputStream getInputStream() {
            return stream;
        }

        @Override
        public String getCharacterEncoding() {
            return StandardCharsets.UTF_8.name();
        }

        @Override
        public long getContentLength() {
            return -1;
        }

        @Override
        public boolean isMultipartRelated() {
            return false;
        }
    }

    /** The library's multipart parser, without a servlet. */
    private static class MultipartReader extends AbstractFileUpload<MultipartBody, DiskFileItem, DiskFileItemFactory> {
        @Override
        public FileItemInputIterator getItemIterator(MultipartBody body) throws IOException {
            return getItemIterator((RequestContext) body);
        }

        @Override
        public Map<String, List<DiskFileItem>> parseParameterMap(MultipartBody body) throws FileUploadException {
            return parseParameterMap((RequestContext) body);
        }

        @Override
        public List<DiskFileItem> parseRequest(MultipartBody body) throws FileUploadException {
            return parseRequest((RequestContext) body);
        }
    }
}
