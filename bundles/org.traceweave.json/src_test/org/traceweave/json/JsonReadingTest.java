package org.traceweave.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.traceweave.model.Level;

class JsonReadingTest {

    @Test
    void keysAndWordsThatAreNotKnownArePassedOver() throws IOException {
        JsonObject object = JsonText.parse("{\"future\":[1,{\"a\":null}],\"level\":\"loud\",\"n\":1.5}");
        assertEquals(Optional.empty(), object.optionalWord("level", Level.class));
        assertEquals(1.5, object.decimal("n"));
        assertTrue(object.optionalText("absent").isEmpty());
    }

    @Test
    void aMissingKeyIsNamed() {
        JsonFormatException missing = assertThrows(JsonFormatException.class,
                () -> JsonText.parse("{\"source\":\"f\",\"offset\":1}", EvidenceForm.FORM));
        assertEquals("\"length\" is missing", missing.getMessage());
    }

    @Test
    void aValueOfAnotherTypeIsNamed() {
        JsonFormatException wrong = assertThrows(JsonFormatException.class,
                () -> JsonText.parse("{\"source\":7,\"offset\":1,\"length\":1}", EvidenceForm.FORM));
        assertEquals("\"source\" is not of the expected type", wrong.getMessage());
    }

    @Test
    void whatIsNoJsonIsAnErrorWithoutAStackOfTheParser() {
        for (String text : new String[] {"", "[]", "{\"a\":", "{\"a\":}", "nonsense", "{\"a\":1"}) {
            assertThrows(JsonFormatException.class, () -> JsonText.parse(text, CountForm.FORM), text);
        }
    }
}
