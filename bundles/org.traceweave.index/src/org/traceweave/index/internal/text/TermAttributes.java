package org.traceweave.index.internal.text;

import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.apache.lucene.analysis.tokenattributes.TermFrequencyAttribute;
import org.apache.lucene.analysis.tokenattributes.TermToBytesRefAttribute;
import org.apache.lucene.util.AttributeImpl;
import org.apache.lucene.util.AttributeReflector;
import org.apache.lucene.util.AttributeSource;
import org.apache.lucene.util.BytesRef;

/** All that the index asks of a token, in one object: its bytes and how far it is from the one before. It has no offsets. */
final class TermAttributes extends AttributeImpl
        implements TermToBytesRefAttribute, PositionIncrementAttribute, OffsetAttribute, TermFrequencyAttribute {

    final BytesRef bytes = new BytesRef();
    int increment = 1;

    /** A source of attributes that has this one and no other. */
    AttributeSource asOnlySource() {
        AttributeSource source = new AttributeSource();
        source.addAttributeImpl(this);
        return source;
    }

    @Override
    public BytesRef getBytesRef() {
        return bytes;
    }

    @Override
    public int getPositionIncrement() {
        return increment;
    }

    @Override
    public void setPositionIncrement(int positionIncrement) {
        increment = positionIncrement;
    }

    @Override
    public int startOffset() {
        return 0;
    }

    @Override
    public int endOffset() {
        return 0;
    }

    @Override
    public void setOffset(int startOffset, int endOffset) {
        throw new UnsupportedOperationException("records are indexed without offsets");
    }

    @Override
    public int getTermFrequency() {
        return 1;
    }

    @Override
    public void setTermFrequency(int termFrequency) {
        throw new UnsupportedOperationException("terms are counted one by one");
    }

    @Override
    public void clear() {
        increment = 1;
    }

    @Override
    public void copyTo(AttributeImpl target) {
        TermAttributes other = (TermAttributes) target;
        other.bytes.bytes = bytes.bytes;
        other.bytes.offset = bytes.offset;
        other.bytes.length = bytes.length;
        other.increment = increment;
    }

    @Override
    public void reflectWith(AttributeReflector reflector) {
        reflector.reflect(TermToBytesRefAttribute.class, "bytes", bytes);
        reflector.reflect(PositionIncrementAttribute.class, "positionIncrement", increment);
    }
}
