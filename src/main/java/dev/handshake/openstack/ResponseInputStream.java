package dev.handshake.openstack;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.core5.http.ClassicHttpResponse;

/** The body of a response. Closing it drops the connection. */
class ResponseInputStream extends FilterInputStream {

    private final HttpUriRequestBase request;
    private final ClassicHttpResponse response;

    ResponseInputStream(HttpUriRequestBase request, ClassicHttpResponse response, InputStream body) {
        super(body);
        this.request = request;
        this.response = response;
    }

    @Override
    public void close() {
        drop(request, response);
    }

    /** Cancels first, since closing alone reads the body to its end. */
    static void drop(HttpUriRequestBase request, ClassicHttpResponse response) {
        request.cancel();
        try {
            response.close();
        } catch (IOException canceled) {
            // it is closed all the same
        }
    }
}
