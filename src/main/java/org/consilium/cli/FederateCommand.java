package org.consilium.cli;

import picocli.CommandLine.Command;

/** Federated averaging by files. */
@Command(
        name = "federate",
        description = {
            "Learns together with other installations by signed files, without a network and without",
            "any patient's record leaving its clinic (for experts).",
            "",
            "key and trust come first, at every installation: compare the fingerprints by telephone.",
            "Then the coordinator runs start, each clinic join, the coordinator merge; merge writes",
            "the next round. take keeps a round's model: tune --base goes on from it.",
            "FEDERATELABEL"
        },
        subcommands = {
            FederateKeyCommand.class,
            FederateTrustCommand.class,
            FederateStartCommand.class,
            FederateJoinCommand.class,
            FederateMergeCommand.class,
            FederateTakeCommand.class
        })
final class FederateCommand {}
