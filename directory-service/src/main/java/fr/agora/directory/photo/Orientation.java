package fr.agora.directory.photo;

import java.awt.geom.AffineTransform;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** How the camera was held, the one thing of a JPEG's metadata that is obeyed before it is dropped (EXIF 2.3, tag 274). */
final class Orientation {

    private static final int UPRIGHT = 1;
    private static final int EXIF_SEGMENT = 0xE1;
    private static final int SCAN_SEGMENT = 0xDA;
    private static final int TAG = 0x0112;
    private static final int MOST_SEGMENTS = 50;
    private static final int MOST_ENTRIES = 100;

    private Orientation() {}

    /** 1 to 8, upright where it is not said or not understood. */
    static int of(byte[] jpeg) {
        try {
            ByteBuffer file = ByteBuffer.wrap(jpeg).position(2);
            for (int segment = 0; segment < MOST_SEGMENTS; segment++) {
                int marker = file.getShort() & 0xFFFF;
                int length = file.getShort() & 0xFFFF;
                if ((marker & 0xFF00) != 0xFF00 || (marker & 0xFF) == SCAN_SEGMENT || length < 2) {
                    return UPRIGHT;
                }
                if ((marker & 0xFF) == EXIF_SEGMENT && length > 16) {
                    return inExif(file.slice(file.position() + 6, length - 8));
                }
                file.position(file.position() + length - 2);
            }
        } catch (BufferUnderflowException | IllegalArgumentException | IndexOutOfBoundsException notAsItClaims) {
            // shown as it lies
        }
        return UPRIGHT;
    }

    private static int inExif(ByteBuffer tiff) {
        tiff.order(tiff.getShort(0) == 0x4949 ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        int directory = tiff.getInt(4);
        int entries = Math.min(tiff.getShort(directory) & 0xFFFF, MOST_ENTRIES);
        for (int entry = 0; entry < entries; entry++) {
            int at = directory + 2 + 12 * entry;
            if ((tiff.getShort(at) & 0xFFFF) == TAG) {
                int value = tiff.getShort(at + 8) & 0xFFFF;
                return value >= 1 && value <= 8 ? value : UPRIGHT;
            }
        }
        return UPRIGHT;
    }

    /** Turns a square of this side upright. */
    static AffineTransform upright(int orientation, double side) {
        AffineTransform turn = new AffineTransform();
        switch (orientation) {
            case 2 -> turn.setTransform(-1, 0, 0, 1, side, 0);
            case 3 -> turn.setTransform(-1, 0, 0, -1, side, side);
            case 4 -> turn.setTransform(1, 0, 0, -1, 0, side);
            case 5 -> turn.setTransform(0, 1, 1, 0, 0, 0);
            case 6 -> turn.setTransform(0, 1, -1, 0, side, 0);
            case 7 -> turn.setTransform(0, -1, -1, 0, side, side);
            case 8 -> turn.setTransform(0, -1, 1, 0, 0, side);
            default -> turn.setToIdentity();
        }
        return turn;
    }
}
