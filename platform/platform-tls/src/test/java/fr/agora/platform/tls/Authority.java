package fr.agora.platform.tls;

import java.io.IOException;
import java.io.StringWriter;
import java.math.BigInteger;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.Principal;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedKeyManager;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.openssl.jcajce.JcaPEMWriter;
import org.bouncycastle.openssl.jcajce.JcaPKCS8Generator;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.springframework.boot.ssl.DefaultSslBundleRegistry;
import org.springframework.boot.ssl.SslBundle;
import org.springframework.boot.ssl.SslStoreBundle;

/** Who certifies the parts of a platform, made up for a test. */
public final class Authority {

    private static final AtomicLong SERIAL = new AtomicLong(1);
    private static final char[] NO_PASSWORD = new char[0];

    private final Certified own;

    public Authority(String name) {
        this.own = certify(name, List.of(), null);
    }

    /** Somebody certified, with their key. */
    public record Certified(X509Certificate certificate, KeyPair keys) {}

    /** @param names hosts it may serve as */
    public Certified certify(String name, String... names) {
        return certify(name, List.of(names), own);
    }

    public X509Certificate certificate() {
        return own.certificate();
    }

    private static Certified certify(String name, List<String> hosts, Certified by) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(256);
            KeyPair keys = generator.generateKeyPair();
            X500Name subject = new X500Name("CN=" + name);
            Instant now = Instant.now();
            JcaX509v3CertificateBuilder builder = new JcaX509v3CertificateBuilder(
                    by == null
                            ? subject
                            : new X500Name(
                                    by.certificate().getSubjectX500Principal().getName()),
                    BigInteger.valueOf(SERIAL.getAndIncrement()),
                    Date.from(now.minus(Duration.ofHours(1))),
                    Date.from(now.plus(Duration.ofDays(1))),
                    subject,
                    keys.getPublic());
            builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(by == null));
            if (!hosts.isEmpty()) {
                builder.addExtension(
                        Extension.subjectAlternativeName,
                        false,
                        new GeneralNames(hosts.stream().map(Authority::host).toArray(GeneralName[]::new)));
            }
            var signer = new JcaContentSignerBuilder("SHA256withECDSA")
                    .build(by == null ? keys.getPrivate() : by.keys().getPrivate());
            return new Certified(new JcaX509CertificateConverter().getCertificate(builder.build(signer)), keys);
        } catch (GeneralSecurityException | IOException | OperatorCreationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static GeneralName host(String name) {
        return new GeneralName(Character.isDigit(name.charAt(0)) ? GeneralName.iPAddress : GeneralName.dNSName, name);
    }

    /** The three files as a deployment mounts them. */
    public CertificateFiles write(Path folder, Certified part) {
        try {
            Files.createDirectories(folder);
            return new CertificateFiles(
                    Files.writeString(folder.resolve("tls.crt"), pem(part.certificate())),
                    Files.writeString(
                            folder.resolve("tls.key"),
                            pem(new JcaPKCS8Generator(part.keys().getPrivate(), null))),
                    Files.writeString(folder.resolve("ca.crt"), pem(own.certificate())));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Certificate, key and authorities of one part. */
    public record CertificateFiles(Path certificate, Path key, Path authorities) {

        /** As arguments of an application. */
        public String[] settings(String... more) {
            return Stream.concat(
                            Stream.of(
                                    "--agora.tls.certificate=" + certificate,
                                    "--agora.tls.key=" + key,
                                    "--agora.tls.authorities=" + authorities,
                                    "--spring.ssl.bundle.watch.file.quiet-period=100ms"),
                            Stream.of(more))
                    .toArray(String[]::new);
        }
    }

    private static String pem(Object what) throws IOException {
        StringWriter text = new StringWriter();
        try (JcaPEMWriter pem = new JcaPEMWriter(text)) {
            pem.writeObject(what);
        }
        return text.toString();
    }

    /** How a process with this certificate speaks to the others. */
    public InsideLines lines(Certified part) {
        try {
            SslBundle bundle = SslBundle.of(SslStoreBundle.of(keys(part), "", trusted()));
            DefaultSslBundleRegistry bundles = new DefaultSslBundleRegistry(TlsDefaults.SERVED, bundle);
            return InsideLines.encrypted(new LiveManagers(() -> bundles));
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private KeyStore trusted() throws GeneralSecurityException, IOException {
        KeyStore trusted = KeyStore.getInstance(KeyStore.getDefaultType());
        trusted.load(null, null);
        trusted.setCertificateEntry("authority", own.certificate());
        return trusted;
    }

    private static KeyStore keys(Certified shown) throws GeneralSecurityException, IOException {
        KeyStore keys = KeyStore.getInstance(KeyStore.getDefaultType());
        keys.load(null, null);
        if (shown != null) {
            keys.setKeyEntry(
                    "own", shown.keys().getPrivate(), NO_PASSWORD, new X509Certificate[] {shown.certificate()});
        }
        return keys;
    }

    /** Trusts this authority, and shows a certificate where there is one. */
    public SSLContext context(Certified shown) {
        try {
            TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(trusted());
            KeyManagerFactory key = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            key.init(keys(shown), NO_PASSWORD);
            SSLContext context = SSLContext.getInstance("TLS");
            X509ExtendedKeyManager ownKey = (X509ExtendedKeyManager) key.getKeyManagers()[0];
            context.init(
                    new KeyManager[] {shown == null ? ownKey : new Insistent(ownKey)}, trust.getTrustManagers(), null);
            return context;
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Shows what it has also to a server that names other authorities: an honest client would show nothing. */
    private static final class Insistent extends X509ExtendedKeyManager {

        private final X509ExtendedKeyManager own;

        Insistent(X509ExtendedKeyManager own) {
            this.own = own;
        }

        @Override
        public String[] getClientAliases(String type, Principal[] issuers) {
            return new String[] {"own"};
        }

        @Override
        public String chooseClientAlias(String[] types, Principal[] issuers, Socket socket) {
            return "own";
        }

        @Override
        public String chooseEngineClientAlias(String[] types, Principal[] issuers, SSLEngine engine) {
            return "own";
        }

        @Override
        public String[] getServerAliases(String type, Principal[] issuers) {
            return own.getServerAliases(type, issuers);
        }

        @Override
        public String chooseServerAlias(String type, Principal[] issuers, Socket socket) {
            return own.chooseServerAlias(type, issuers, socket);
        }

        @Override
        public String chooseEngineServerAlias(String type, Principal[] issuers, SSLEngine engine) {
            return own.chooseEngineServerAlias(type, issuers, engine);
        }

        @Override
        public X509Certificate[] getCertificateChain(String alias) {
            return own.getCertificateChain(alias);
        }

        @Override
        public PrivateKey getPrivateKey(String alias) {
            return own.getPrivateKey(alias);
        }
    }
}
