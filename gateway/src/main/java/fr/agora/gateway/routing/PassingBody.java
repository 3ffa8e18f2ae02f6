package fr.agora.gateway.routing;

import fr.agora.gateway.limits.BodyTooLarge;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.apache.hc.core5.http.io.entity.AbstractHttpEntity;

/** A request's body, read from the browser while it is written to the neighbour. */
final class PassingBody extends AbstractHttpEntity {

    private final HttpServletRequest request;

    PassingBody(HttpServletRequest request) {
        // type and encoding stay with the copied headers
        super((String) null, null, request.getContentLengthLong() < 0);
        this.request = request;
    }

    static boolean isIn(HttpServletRequest request) {
        return request.getContentLengthLong() > 0
                || (request.getContentLengthLong() < 0 && request.getHeader("Transfer-Encoding") != null);
    }

    @Override
    public long getContentLength() {
        return request.getContentLengthLong();
    }

    @Override
    public InputStream getContent() throws IOException {
        return request.getInputStream();
    }

    @Override
    public void writeTo(OutputStream out) throws IOException {
        byte[] buffer = new byte[16 * 1024];
        InputStream in = request.getInputStream();
        for (int read = read(in, buffer); read >= 0; read = read(in, buffer)) {
            out.write(buffer, 0, read);
        }
    }

    private static int read(InputStream in, byte[] buffer) throws IOException {
        try {
            return in.read(buffer);
        } catch (BodyTooLarge tooLarge) {
            throw tooLarge;
        } catch (IOException gone) {
            throw new CallerLeft(gone);
        }
    }

    @Override
    public boolean isRepeatable() {
        return false;
    }

    @Override
    public boolean isStreaming() {
        return true;
    }

    @Override
    public void close() {
        // the container owns the stream
    }
}
