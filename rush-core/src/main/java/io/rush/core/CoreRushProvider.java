package io.rush.core;

import io.rush.api.ChildContext;
import io.rush.api.Rush;
import io.rush.api.RushConfig;
import io.rush.api.RushPlan;
import io.rush.api.RushProvider;
import io.rush.api.RushWorker;
import io.rush.api.WorkerSettings;
import io.rush.core.child.HandedOver;
import io.rush.core.connect.Connection;
import io.rush.core.handle.ControllerHandle;
import io.rush.core.handle.NetworkContext;
import io.rush.core.handle.WorkerHandle;
import io.rush.core.large.LargeObjects;

/** Opens the handles of this module. Stateless. */
public final class CoreRushProvider implements RushProvider {
    @Override
    public Rush connect(RushConfig config) {
        return new ControllerHandle(NetworkContext.open(config, WorkerMain.class));
    }

    @Override
    public RushWorker register(RushConfig config, WorkerSettings settings) {
        NetworkContext context = NetworkContext.open(config, WorkerMain.class);
        try {
            return WorkerHandle.ofCaller(context, settings);
        } catch (RuntimeException refused) {
            context.connection().close();
            throw refused;
        }
    }

    @Override
    public ChildContext child(byte[] handover) {
        return HandedOver.of(handover, RushProvider.defaultClassLoader());
    }

    @Override
    public void check(RushPlan plan) {
        plan.largeObjectDirectory().ifPresent(LargeObjects::requireWritable);
        Connection.open(plan).close();
    }
}
