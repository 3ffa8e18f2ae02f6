package fr.agora.local.store;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.wire.bson.BsonDecoder;
import de.bwaldvogel.mongo.wire.bson.BsonEncoder;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.h2.mvstore.WriteBuffer;
import org.h2.mvstore.type.BasicDataType;
import org.h2.mvstore.type.ObjectDataType;

/**
 * Documents as BSON, a fifth of the work of Java's own serialisation; documents written by that are read as well. One
 * for each collection, which says of a document that it is {@link #changed}.
 */
final class DocumentType extends BasicDataType<Document> {
    /** No first byte of Java's serialisation in these files, which is 19. */
    private static final byte BSON = 'B';

    private static final int WEIGHT = 16;

    private final ObjectDataType before = new ObjectDataType();
    private final WrittenForms written = new WrittenForms();
    private volatile int average = 1_000;

    /** To be told of every document that is altered after it was put into a map or read from one. */
    void changed(Document document) {
        written.forget(document);
    }

    @Override
    public int getMemory(Document document) {
        // as H2 does for its own objects: what they took lately, since to know means to write
        return average;
    }

    @Override
    public void write(WriteBuffer target, Document document) {
        byte[] bytes = written.of(document);
        if (bytes == null) {
            bytes = encoded(document);
            written.keep(document, bytes);
        }
        target.put(BSON).put(bytes);
        noted(bytes.length);
    }

    private byte[] encoded(Document document) {
        var buffer = Unpooled.buffer(average);
        BsonEncoder.encodeDocument(document, buffer);
        return ByteBufUtil.getBytes(buffer);
    }

    @Override
    public Document read(ByteBuffer source) {
        if (source.get(source.position()) != BSON) {
            return (Document) before.read(source);
        }
        source.get();
        // a BSON document begins with its own length
        byte[] bytes =
                new byte[source.duplicate().order(ByteOrder.LITTLE_ENDIAN).getInt()];
        source.get(bytes);
        var document = BsonDecoder.decodeBson(Unpooled.wrappedBuffer(bytes));
        written.keep(document, bytes);
        noted(bytes.length);
        return document;
    }

    private void noted(int length) {
        average += (length - average) / WEIGHT;
    }

    @Override
    public Document[] createStorage(int size) {
        return new Document[size];
    }
}
