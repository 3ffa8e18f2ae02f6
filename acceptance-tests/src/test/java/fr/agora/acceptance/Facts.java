package fr.agora.acceptance;

import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.ConnectionFactory;
import com.rabbitmq.client.GetResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Everything the services tell one another, as it passes by a queue of our own. */
final class Facts implements AutoCloseable {

    private static final Pattern PORT = Pattern.compile("^broker +.*?(\\d+) +(\\d+)", Pattern.MULTILINE);
    private static final List<String> OWNERS = List.of("directory", "projects", "jobs", "search");

    private final Connection connection;
    private final Channel channel;
    private final String queue;
    private final List<String> heard = new ArrayList<>();

    private Facts(Connection connection, Channel channel, String queue) {
        this.connection = connection;
        this.channel = channel;
        this.queue = queue;
    }

    static Facts passingBy(Agora agora) throws IOException, TimeoutException {
        ConnectionFactory factory = new ConnectionFactory();
        factory.setHost("127.0.0.1");
        factory.setPort(port(agora));
        factory.setVirtualHost("agora");
        factory.setUsername("agora");
        factory.setPassword(password(agora.logs().resolveSibling("data")));
        Connection connection = factory.newConnection();
        Channel channel = connection.createChannel();
        String queue = channel.queueDeclare("", false, true, true, null).getQueue();
        for (String owner : OWNERS) {
            channel.queueBind(queue, owner + ".events", "#");
        }
        return new Facts(connection, channel, queue);
    }

    private static int port(Agora agora) {
        Matcher row = PORT.matcher(agora.run("status"));
        if (!row.find()) {
            throw new IllegalStateException("The broker is not in the table");
        }
        return Integer.parseInt(row.group(2));
    }

    private static String password(Path data) throws IOException {
        for (Path file : Stream.of("rabbitmq", "broker")
                .map(broker -> data.resolve(broker).resolve("broker.password"))
                .toList()) {
            if (Files.exists(file)) {
                return Files.readString(file).strip();
            }
        }
        throw new IllegalStateException("The broker's password is not below " + data);
    }

    /** All so far, as they were sent. */
    List<String> heard() throws IOException {
        for (GetResponse next = channel.basicGet(queue, true); next != null; next = channel.basicGet(queue, true)) {
            heard.add(new String(next.getBody(), StandardCharsets.UTF_8));
        }
        return heard;
    }

    @Override
    public void close() throws IOException {
        connection.close();
    }
}
