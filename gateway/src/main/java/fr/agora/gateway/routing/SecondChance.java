package fr.agora.gateway.routing;

import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketException;
import java.net.UnknownHostException;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.apache.hc.core5.http.ConnectionRequestTimeoutException;
import org.apache.hc.core5.http.NoHttpResponseException;

/** Whether a request that was not answered may be sent again, by what became of it. */
enum SecondChance {
    /** No connection could be made, so nothing was sent: whatever it is, it may go elsewhere. */
    ANYTHING,
    /** The connection ended before an answer began: it may have been carried out, so a read alone is asked again. */
    READS,
    NOTHING;

    static SecondChance after(IOException failure) {
        if (failure instanceof ConnectException
                || failure instanceof ConnectTimeoutException
                || failure instanceof ConnectionRequestTimeoutException
                || failure instanceof NoRouteToHostException
                || failure instanceof UnknownHostException) {
            return ANYTHING;
        }
        // the very class: its children tell of other failures, or are named above
        return failure instanceof NoHttpResponseException || failure.getClass() == SocketException.class
                ? READS
                : NOTHING;
    }
}
