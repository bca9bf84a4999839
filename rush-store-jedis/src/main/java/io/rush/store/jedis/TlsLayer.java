package io.rush.store.jedis;

import io.rush.api.store.ServerAddress;
import io.rush.api.store.TlsSettings;
import java.io.IOException;
import java.net.Socket;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import redis.clients.jedis.SSLSocketWrapper;

/** Puts TLS over connected sockets. Immutable. */
record TlsLayer(SSLSocketFactory factory, boolean verifyingHostName) {
    static TlsLayer of(TlsSettings settings) {
        return new TlsLayer(settings.sslContext().getSocketFactory(), settings.isVerifyingHostName());
    }

    /** The handshake is done when it returns, so that what is wrong with it is known. */
    Socket over(Socket plain, ServerAddress.Tcp server) throws IOException {
        SSLSocket secured = (SSLSocket) factory.createSocket(plain, server.host(), server.port(), true);
        if (verifyingHostName) {
            SSLParameters parameters = secured.getSSLParameters();
            parameters.setEndpointIdentificationAlgorithm("HTTPS");
            secured.setSSLParameters(parameters);
        }
        secured.startHandshake();
        // Closes the socket beneath, so that whoever reads is told at once.
        return new SSLSocketWrapper(secured, plain);
    }
}
