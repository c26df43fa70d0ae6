package org.consilium.tuning;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Named arrays of floats in the safetensors format: eight bytes for the length of a JSON header,
 * the header, the data, all little-endian (Hugging Face, safetensors format 0.4). Not thread-safe.
 */
final class SafeTensors {
    private final Map<String, Tensor> tensors = new LinkedHashMap<>();

    private record Tensor(boolean half, float[] values) {}

    SafeTensors single(String name, float[] values) {
        tensors.put(name, new Tensor(false, values));
        return this;
    }

    /** Kept with 11 bits of precision in two bytes (IEEE 754 binary16). */
    SafeTensors half(String name, float[] values) {
        tensors.put(name, new Tensor(true, values));
        return this;
    }

    float[] get(String name) throws IOException {
        Tensor tensor = tensors.get(name);
        if (tensor == null) {
            throw new IOException("The model's weights lack the part \"" + name + "\".");
        }
        return tensor.values;
    }

    float[] getOr(String name, float[] otherwise) {
        Tensor tensor = tensors.get(name);
        return tensor == null ? otherwise : tensor.values;
    }

    /** All of them by name; shared, not copied. */
    Map<String, float[]> arrays() {
        Map<String, float[]> arrays = new LinkedHashMap<>();
        tensors.forEach((name, tensor) -> arrays.put(name, tensor.values));
        return arrays;
    }

    byte[] toBytes() throws IOException {
        ObjectNode header = Json.mapper().createObjectNode();
        int size = 0;
        for (Map.Entry<String, Tensor> entry : tensors.entrySet()) {
            Tensor tensor = entry.getValue();
            int end = size + tensor.values.length * (tensor.half ? Short.BYTES : Float.BYTES);
            ObjectNode node = header.putObject(entry.getKey());
            node.put("dtype", tensor.half ? "F16" : "F32");
            node.putArray("shape").add(tensor.values.length);
            node.putArray("data_offsets").add(size).add(end);
            size = end;
        }
        byte[] head = Json.mapper().writeValueAsBytes(header);
        ByteBuffer buffer =
                ByteBuffer.allocate(Long.BYTES + head.length + size).order(ByteOrder.LITTLE_ENDIAN);
        buffer.putLong(head.length).put(head);
        for (Tensor tensor : tensors.values()) {
            if (tensor.half) {
                for (float value : tensor.values) {
                    buffer.putShort(Float.floatToFloat16(value));
                }
            } else {
                buffer.asFloatBuffer().put(tensor.values);
                buffer.position(buffer.position() + tensor.values.length * Float.BYTES);
            }
        }
        return buffer.array();
    }

    static SafeTensors of(byte[] bytes) throws IOException {
        ByteBuffer buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        long length = bytes.length < Long.BYTES ? -1 : buffer.getLong();
        if (length < 0 || length > buffer.remaining()) {
            throw new IOException("The model's weights are damaged.");
        }
        JsonNode header = Json.mapper().readTree(bytes, Long.BYTES, (int) length);
        int data = Long.BYTES + (int) length;
        SafeTensors read = new SafeTensors();
        for (Map.Entry<String, JsonNode> entry : header.properties()) {
            boolean half = entry.getValue().path("dtype").asText().equals("F16");
            int from = entry.getValue().path("data_offsets").path(0).asInt();
            int to = entry.getValue().path("data_offsets").path(1).asInt();
            if (from < 0 || to < from || data + to > bytes.length) {
                throw new IOException("The model's weights are damaged.");
            }
            read.tensors.put(
                    entry.getKey(), new Tensor(half, values(buffer, data + from, to - from, half)));
        }
        return read;
    }

    private static float[] values(ByteBuffer buffer, int at, int bytes, boolean half) {
        float[] values = new float[bytes / (half ? Short.BYTES : Float.BYTES)];
        if (half) {
            for (int i = 0; i < values.length; i++) {
                values[i] = Float.float16ToFloat(buffer.getShort(at + i * Short.BYTES));
            }
        } else {
            buffer.slice(at, bytes).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().get(values);
        }
        return values;
    }
}
