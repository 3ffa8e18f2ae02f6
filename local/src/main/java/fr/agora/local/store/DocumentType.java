package fr.agora.local.store;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.wire.bson.BsonDecoder;
import de.bwaldvogel.mongo.wire.bson.BsonEncoder;
import io.netty.buffer.Unpooled;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.h2.mvstore.WriteBuffer;
import org.h2.mvstore.type.BasicDataType;
import org.h2.mvstore.type.ObjectDataType;

/** Documents as BSON, a fifth of the work of Java's own serialisation; documents written by that are read as well. */
final class DocumentType extends BasicDataType<Document> {
    static final DocumentType INSTANCE = new DocumentType();

    /** No first byte of Java's serialisation in these files, which is 19. */
    private static final byte BSON = 'B';

    private static final int WEIGHT = 16;

    private final ObjectDataType before = new ObjectDataType();
    private volatile int average = 1_000;

    private DocumentType() {}

    @Override
    public int getMemory(Document document) {
        // as H2 does for its own objects: what they took lately, since to know means to write
        return average;
    }

    @Override
    public void write(WriteBuffer target, Document document) {
        var bytes = Unpooled.buffer(average);
        BsonEncoder.encodeDocument(document, bytes);
        int length = bytes.readableBytes();
        target.put(BSON).put(bytes.array(), bytes.arrayOffset() + bytes.readerIndex(), length);
        noted(length);
    }

    @Override
    public Document read(ByteBuffer source) {
        if (source.get(source.position()) != BSON) {
            return (Document) before.read(source);
        }
        source.get();
        // a BSON document begins with its own length
        int length = source.duplicate().order(ByteOrder.LITTLE_ENDIAN).getInt();
        var document = BsonDecoder.decodeBson(Unpooled.wrappedBuffer(source.slice(source.position(), length)));
        source.position(source.position() + length);
        noted(length);
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
