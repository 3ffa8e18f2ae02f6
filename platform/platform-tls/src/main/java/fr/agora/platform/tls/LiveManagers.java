package fr.agora.platform.tls;

import java.security.KeyStore;
import java.security.Provider;
import java.util.Arrays;
import java.util.function.Supplier;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.KeyManagerFactorySpi;
import javax.net.ssl.ManagerFactoryParameters;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.TrustManagerFactorySpi;
import javax.net.ssl.X509ExtendedKeyManager;
import javax.net.ssl.X509ExtendedTrustManager;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.ssl.SslBundles;
import org.springframework.boot.ssl.SslManagerBundle;

/**
 * What certificates are shown and trusted, as the files say now. Every client keeps the context it was made with for
 * as long as it lives; through these managers its next connection is made with the certificate of the day.
 */
final class LiveManagers implements SslManagerBundle {

    private final Supplier<SslBundles> bundles;
    private @Nullable Material now;

    LiveManagers(Supplier<SslBundles> bundles) {
        this.bundles = bundles;
    }

    private record Material(X509ExtendedKeyManager key, X509ExtendedTrustManager trust) {

        static Material of(SslManagerBundle managers) {
            return new Material(
                    the(X509ExtendedKeyManager.class, managers.getKeyManagers()),
                    the(X509ExtendedTrustManager.class, managers.getTrustManagers()));
        }

        private static <T> T the(Class<T> type, Object[] managers) {
            return Arrays.stream(managers)
                    .filter(type::isInstance)
                    .map(type::cast)
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("No " + type.getSimpleName()));
        }
    }

    private synchronized Material now() {
        if (now == null) {
            SslBundles all = bundles.get();
            all.addBundleUpdateHandler(TlsDefaults.SERVED, changed -> change(Material.of(changed.getManagers())));
            now = Material.of(all.getBundle(TlsDefaults.SERVED).getManagers());
        }
        return now;
    }

    private synchronized void change(Material fresh) {
        now = fresh;
    }

    X509ExtendedTrustManager trust() {
        return new LiveTrust(() -> now().trust());
    }

    @Override
    public KeyManagerFactory getKeyManagerFactory() {
        return new KeyFactory(new LiveKey(() -> now().key()));
    }

    @Override
    public TrustManagerFactory getTrustManagerFactory() {
        return new TrustFactory(trust());
    }

    private static final Provider NONE = new Provider("agora", "1", "certificates that change") {};

    private static final class KeyFactory extends KeyManagerFactory {
        KeyFactory(KeyManager manager) {
            super(
                    new KeyManagerFactorySpi() {
                        @Override
                        protected void engineInit(@Nullable KeyStore store, char @Nullable [] password) {}

                        @Override
                        protected void engineInit(@Nullable ManagerFactoryParameters parameters) {}

                        @Override
                        protected KeyManager[] engineGetKeyManagers() {
                            return new KeyManager[] {manager};
                        }
                    },
                    NONE,
                    "live");
        }
    }

    private static final class TrustFactory extends TrustManagerFactory {
        TrustFactory(TrustManager manager) {
            super(
                    new TrustManagerFactorySpi() {
                        @Override
                        protected void engineInit(@Nullable KeyStore store) {}

                        @Override
                        protected void engineInit(@Nullable ManagerFactoryParameters parameters) {}

                        @Override
                        protected TrustManager[] engineGetTrustManagers() {
                            return new TrustManager[] {manager};
                        }
                    },
                    NONE,
                    "live");
        }
    }
}
