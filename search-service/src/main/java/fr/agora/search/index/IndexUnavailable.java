package fr.agora.search.index;

import org.springframework.dao.DataAccessResourceFailureException;

/** The index is away or overloaded: facts wait for it, readers are told to try again. */
public final class IndexUnavailable extends DataAccessResourceFailureException {

    IndexUnavailable(String what, Throwable cause) {
        super(what, cause);
    }

    IndexUnavailable(String what) {
        super(what);
    }
}
