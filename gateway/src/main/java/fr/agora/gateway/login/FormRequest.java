package fr.agora.gateway.login;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;

/** A form sent in the place of the address a browser asked for, with the browser's other headers. */
final class FormRequest extends HttpServletRequestWrapper {

    private final byte[] form;
    private final UnaryOperator<String> cookies;

    FormRequest(HttpServletRequest request, byte[] form, UnaryOperator<String> cookies) {
        super(request);
        this.form = form;
        this.cookies = cookies;
    }

    @Override
    public String getMethod() {
        return "POST";
    }

    @Override
    public @Nullable String getQueryString() {
        return null;
    }

    @Override
    public String getContentType() {
        return MediaType.APPLICATION_FORM_URLENCODED_VALUE;
    }

    @Override
    public int getContentLength() {
        return form.length;
    }

    @Override
    public long getContentLengthLong() {
        return form.length;
    }

    @Override
    public @Nullable String getHeader(String name) {
        Enumeration<String> values = getHeaders(name);
        return values.hasMoreElements() ? values.nextElement() : null;
    }

    @Override
    public Enumeration<String> getHeaders(String name) {
        if (name.equalsIgnoreCase(HttpHeaders.CONTENT_TYPE)) {
            return Collections.enumeration(List.of(getContentType()));
        }
        if (name.equalsIgnoreCase(HttpHeaders.CONTENT_LENGTH)) {
            return Collections.enumeration(List.of(Integer.toString(form.length)));
        }
        List<String> values = Collections.list(super.getHeaders(name));
        if (name.equalsIgnoreCase(HttpHeaders.COOKIE)) {
            values.replaceAll(cookies);
            values.removeIf(String::isEmpty);
        }
        return Collections.enumeration(values);
    }

    @Override
    public Enumeration<String> getHeaderNames() {
        List<String> names = new ArrayList<>(Collections.list(super.getHeaderNames()));
        names.removeIf(name -> name.equalsIgnoreCase(HttpHeaders.CONTENT_TYPE)
                || name.equalsIgnoreCase(HttpHeaders.CONTENT_LENGTH)
                || name.equalsIgnoreCase(HttpHeaders.TRANSFER_ENCODING));
        names.add(HttpHeaders.CONTENT_TYPE);
        names.add(HttpHeaders.CONTENT_LENGTH);
        return Collections.enumeration(names);
    }

    @Override
    public ServletInputStream getInputStream() {
        return new Bytes(new ByteArrayInputStream(form));
    }

    private static final class Bytes extends ServletInputStream {

        private final ByteArrayInputStream bytes;

        Bytes(ByteArrayInputStream bytes) {
            this.bytes = bytes;
        }

        @Override
        public int read() {
            return bytes.read();
        }

        @Override
        public int read(byte[] buffer, int offset, int length) {
            return bytes.read(buffer, offset, length);
        }

        @Override
        public boolean isFinished() {
            return bytes.available() == 0;
        }

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setReadListener(ReadListener listener) {
            throw new UnsupportedOperationException("A form at hand is read at once");
        }
    }
}
