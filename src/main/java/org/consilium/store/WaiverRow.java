package org.consilium.store;

/**
 * Why a model is served although the promotion gate held it back.
 *
 * @param signedBy the person who answers for it
 * @param findings what the gate had found, as it was shown
 */
public record WaiverRow(String signedBy, String reason, String findings) {}
