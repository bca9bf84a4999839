#!/bin/sh
# Starts workers of the rush network tuning. They wait until startRemote says what to run.
# Set RUSH_REDIS_URL in the environment first, for example from a file that only you can read:
#   export RUSH_REDIS_URL="$(cat ~/.rush-redis-url)"
# It holds redis://[user:password@]host[:port][/database].
if [ -z "${RUSH_REDIS_URL+set}" ]; then
  echo 'RUSH_REDIS_URL is not set; set it to redis://[user:password@]host[:port][/database]' >&2
  exit 2
fi
export RUSH_REDIS_URL
export RUSH_STORE='jedis'
cd '/data/run 1' || exit 2
workers=
started=0
while [ "$started" -lt 3 ]; do
  '/usr/bin/java' '-cp' 'lib/*' '-Xmx1g' '-Da=b c' 'io.rush.core.WorkerMain' 'tuning' '--remote' '--no-heartbeat' &
  workers="$workers $!"
  started=$((started + 1))
done
trap 'kill -TERM $workers 2>/dev/null' TERM INT HUP
status=0
for worker in $workers; do
  # A signal ends the wait before the worker has ended.
  while wait "$worker"; ended=$?; kill -0 "$worker" 2>/dev/null; do :; done
  [ "$ended" -eq 0 ] || status=$ended
done
exit "$status"
