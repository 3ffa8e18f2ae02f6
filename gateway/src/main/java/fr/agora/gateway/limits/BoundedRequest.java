package fr.agora.gateway.limits;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.IOException;

/** A request whose body is counted while it is read. */
final class BoundedRequest extends HttpServletRequestWrapper {

    private final long bound;

    BoundedRequest(HttpServletRequest request, long bound) {
        super(request);
        this.bound = bound;
    }

    @Override
    public ServletInputStream getInputStream() throws IOException {
        return new Counted(super.getInputStream(), bound);
    }

    private static final class Counted extends ServletInputStream {

        private final ServletInputStream body;
        private final long bound;
        private long read;

        Counted(ServletInputStream body, long bound) {
            this.body = body;
            this.bound = bound;
        }

        @Override
        public int read() throws IOException {
            int one = body.read();
            count(one < 0 ? 0 : 1);
            return one;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            int some = body.read(into, offset, length);
            count(some);
            return some;
        }

        private void count(int more) throws BodyTooLarge {
            read += Math.max(more, 0);
            if (read > bound) {
                throw new BodyTooLarge(bound);
            }
        }

        @Override
        public boolean isFinished() {
            return body.isFinished();
        }

        @Override
        public boolean isReady() {
            return body.isReady();
        }

        @Override
        public void setReadListener(ReadListener listener) {
            body.setReadListener(listener);
        }
    }
}
