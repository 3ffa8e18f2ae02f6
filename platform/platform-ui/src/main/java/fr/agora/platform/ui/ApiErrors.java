package fr.agora.platform.ui;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.OptionalInt;

/** How programs are told that something went wrong, where the application has words of its own for it. */
public interface ApiErrors {

    void write(HttpServletRequest request, HttpServletResponse response, int status) throws IOException;

    /** The status of a failure that is the caller's, e.g. of what cannot be decoded; none when it is ours. */
    OptionalInt blamed(Exception failure);
}
