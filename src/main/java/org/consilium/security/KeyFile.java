package org.consilium.security;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * What stands in the key file, as JSON. A SHA-256 over all of it tells a damaged file from a wrong
 * passphrase; what is not secret is bound to the wrapped key as additional authenticated data.
 *
 * @param wrapped the key and its tag, under AES-256-GCM
 */
record KeyFile(Derivation derivation, byte[] nonce, byte[] wrapped) {
    private static final int VERSION = 1;
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HexFormat HEX = HexFormat.of();

    byte[] authenticated() {
        return header().getBytes(StandardCharsets.UTF_8);
    }

    private String header() {
        return "consilium key %d argon2id %d %d %d %s"
                .formatted(
                        VERSION,
                        derivation.memoryKib(),
                        derivation.passes(),
                        derivation.lanes(),
                        HEX.formatHex(derivation.salt()));
    }

    private String checksum() {
        String all = header() + " " + HEX.formatHex(nonce) + " " + HEX.formatHex(wrapped);
        try {
            byte[] hash =
                    MessageDigest.getInstance("SHA-256")
                            .digest(all.getBytes(StandardCharsets.UTF_8));
            return HEX.formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    byte[] bytes() throws IOException {
        ObjectNode root = JSON.createObjectNode();
        root.put("version", VERSION);
        root.putObject("derivation")
                .put("name", "argon2id")
                .put("memoryKib", derivation.memoryKib())
                .put("passes", derivation.passes())
                .put("lanes", derivation.lanes())
                .put("salt", HEX.formatHex(derivation.salt()));
        root.put("cipher", "AES-256-GCM")
                .put("nonce", HEX.formatHex(nonce))
                .put("key", HEX.formatHex(wrapped));
        root.put("checksum", checksum());
        return JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(root);
    }

    /**
     * @throws AccessException when it is of a later version
     * @throws IOException when it is damaged
     */
    static KeyFile read(byte[] bytes) throws AccessException, IOException {
        JsonNode root = JSON.readTree(bytes);
        if (root.path("version").asInt() > VERSION) {
            throw new AccessException(
                    "This key file was made by a later version of Consilium: install that version or a newer one.");
        }
        JsonNode derivation = root.path("derivation");
        KeyFile file;
        try {
            file =
                    new KeyFile(
                            new Derivation(
                                    derivation.path("memoryKib").asInt(),
                                    derivation.path("passes").asInt(),
                                    derivation.path("lanes").asInt(),
                                    HEX.parseHex(derivation.path("salt").asText())),
                            HEX.parseHex(root.path("nonce").asText()),
                            HEX.parseHex(root.path("key").asText()));
        } catch (IllegalArgumentException e) {
            throw new IOException("a field of the key file can't be read", e);
        }
        if (!file.checksum().equals(root.path("checksum").asText())) {
            throw new IOException("the checksum of the key file is wrong");
        }
        return file;
    }
}
