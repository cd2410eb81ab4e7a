package dev.handshake.glance;

import com.rabbitmq.client.AMQP;
import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.DefaultConsumer;
import com.rabbitmq.client.Envelope;
import com.rabbitmq.client.ShutdownSignalException;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/**
 * A connection to the portal's queue of a region's notifications, bound to Glance's exchange. One replica at a time
 * gets messages; another follows it. The queue is bounded, and goes a day after the last replica.
 */
class NotificationQueue implements AutoCloseable {

    /** What is done with messages, on a thread of the connection. */
    interface Receiver {

        void receive(long message, byte[] body) throws IOException;

        /** No more will come. */
        void end();
    }

    /** Messages that are not acknowledged yet. Each waits as the id of its image, and its tag. */
    private static final int PREFETCH = 100;

    private static final int CLOSE_TIMEOUT = (int) Duration.ofSeconds(5).toMillis();

    private static final Map<String, Object> BOUNDS = Map.of(
            "x-max-length", 10_000, "x-expires", Duration.ofDays(1).toMillis(), "x-single-active-consumer", true);

    private final String name;
    private final Connection connection;
    private final Channel channel;

    private NotificationQueue(String name, Connection connection, Channel channel) {
        this.name = name;
        this.connection = connection;
        this.channel = channel;
    }

    static NotificationQueue open(NotificationSource source) throws IOException, TimeoutException {
        Connection connection = source.broker().newConnection(source.queue());
        try {
            declare(connection, source);
            Channel channel = connection.createChannel();
            channel.queueBind(source.queue(), source.exchange(), source.key());
            channel.basicQos(PREFETCH);
            return new NotificationQueue(source.queue(), connection, channel);
        } catch (IOException | RuntimeException failed) {
            connection.abort();
            throw failed;
        }
    }

    /**
     * As Glance declares its exchange by default; where it has done so in another way, or the portal may not declare
     * any, as it is.
     */
    private static void declare(Connection connection, NotificationSource source) throws IOException {
        declare(
                connection,
                channel -> channel.exchangeDeclare(source.exchange(), "topic"),
                channel -> channel.exchangeDeclarePassive(source.exchange()));
        declare(
                connection,
                channel -> channel.queueDeclare(source.queue(), true, false, false, BOUNDS),
                channel -> channel.queueDeclarePassive(source.queue()));
    }

    private interface Declaration {
        void on(Channel channel) throws IOException;
    }

    private static void declare(Connection connection, Declaration wanted, Declaration otherwise) throws IOException {
        Channel first = connection.createChannel();
        try {
            wanted.on(first);
            first.abort();
        } catch (IOException refused) {
            Channel second = connection.createChannel(); // the first one was closed by the refusal
            otherwise.on(second);
            second.abort();
        }
    }

    /** @param receiver gets messages until it is told the end */
    void receive(Receiver receiver) throws IOException {
        channel.addShutdownListener(cause -> receiver.end());
        channel.basicConsume(name, false, new DefaultConsumer(channel) {
            @Override
            public void handleDelivery(String tag, Envelope envelope, AMQP.BasicProperties properties, byte[] body)
                    throws IOException {
                receiver.receive(envelope.getDeliveryTag(), body);
            }

            /** The queue was deleted. */
            @Override
            public void handleCancel(String tag) {
                receiver.end();
            }
        });
    }

    /** May be called by any thread. */
    void acknowledge(long message) throws IOException {
        channel.basicAck(message, false);
    }

    /** Throws away what waits. */
    void purge() throws IOException {
        channel.queuePurge(name);
    }

    /** Whether it ended at a message that the client refuses to receive, which would come again and again. */
    boolean isClosedByLargeMessage() {
        return Stream.<Throwable>iterate(closeReason(), each -> each != null, Throwable::getCause)
                .anyMatch(IllegalStateException.class::isInstance);
    }

    /** Null while the connection is open. */
    ShutdownSignalException closeReason() {
        return connection.getCloseReason();
    }

    @Override
    public void close() {
        connection.abort(CLOSE_TIMEOUT);
    }
}
