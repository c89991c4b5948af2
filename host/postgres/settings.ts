import { totalmem } from 'node:os';

/**
 * The only place with default numbers of the embedded database and of the watch over its disk. Callers hand over what their
 * standards say; what they leave out comes from here.
 */
export const defaults = {
  /** Space kept back so that a full disk can be left again without buying one (REL-04). */
  ballastBytes: 256 * 1024 * 1024,
  /** Writes stop when less than this share of the disk is free ... */
  lowShare: 0.05,
  /** ... or of a large disk fewer than this; five percent of a terabyte is plenty ... */
  lowBytesMost: 2 * 1024 * 1024 * 1024,
  /** ... and come back at this multiple of it, so that the mode does not flicker. */
  okayAgain: 1.5,
  diskPollMilliseconds: 5_000,
  /** A server needs a few log segments to recover; with less than this free the ballast is given back before it starts. */
  roomToStartBytes: 64 * 1024 * 1024,
  /** How long a fast shutdown may take before the immediate one (REL-26 allows 20 s for everything). */
  stopSeconds: 12,
  /** A database that died this often within the window is not started again: something is wrong that a restart hides. */
  restarts: { most: 5, withinSeconds: 120 },
  connections: 60,
  database: 'opengoa',
  superuser: 'postgres',
  owner: 'opengoa_owner',
  app: 'opengoa_app',
} as const;

export interface ServerSettings {
  readonly socketFolder?: string | undefined;
  readonly port: number;
  /** Only a throw-away test cluster may say false. */
  readonly durable: boolean;
  readonly connections?: number | undefined;
}

/** About an eighth of the machine, between 64 and 128 MB: program and database together stay under 350 MB when idle. */
function sharedBuffersMegabytes(): number {
  return Math.max(64, Math.min(128, Math.round(totalmem() / 1024 / 1024 / 32)));
}

/**
 * Server settings, given on the command line so that neither postgresql.conf nor ALTER SYSTEM can override them. Time limits
 * of statements and locks belong to the roles, not here. Units are PostgreSQL's own (MB, s, ms).
 */
export function serverSettings(asked: ServerSettings): Record<string, string> {
  return {
    listen_addresses: asked.socketFolder === undefined ? '127.0.0.1' : '',
    unix_socket_directories: asked.socketFolder ?? '',
    unix_socket_permissions: '0700',
    port: String(asked.port),
    password_encryption: 'scram-sha-256',
    // No half-durable mode: these three and the page checksums are what an acknowledged write rests on.
    fsync: asked.durable ? 'on' : 'off',
    full_page_writes: asked.durable ? 'on' : 'off',
    synchronous_commit: asked.durable ? 'on' : 'off',
    max_connections: String(asked.connections ?? defaults.connections),
    shared_buffers: `${sharedBuffersMegabytes()}MB`,
    work_mem: '8MB',
    maintenance_work_mem: '64MB',
    effective_cache_size: '512MB',
    wal_level: 'replica',
    max_wal_size: '512MB',
    min_wal_size: '64MB',
    checkpoint_timeout: '10min',
    wal_compression: 'on',
    random_page_cost: '1.1',
    jit: 'off',
    max_worker_processes: '4',
    max_parallel_workers: '2',
    max_parallel_workers_per_gather: '1',
    // Queues and outboxes turn over quickly and large ledgers slowly: small tables are vacuumed by count, large ones by share.
    autovacuum_max_workers: '2',
    autovacuum_naptime: '20s',
    autovacuum_vacuum_scale_factor: '0.05',
    autovacuum_vacuum_insert_scale_factor: '0.1',
    autovacuum_analyze_scale_factor: '0.02',
    autovacuum_vacuum_cost_limit: '1000',
    idle_in_transaction_session_timeout: '5min',
    restart_after_crash: 'on',
    timezone: 'UTC',
    log_timezone: 'UTC',
    // Statements and their parameters may hold personal data: the log gets errors and slow waits, never parameters.
    log_destination: 'stderr',
    logging_collector: 'on',
    log_directory: 'log',
    log_filename: 'postgresql-%a.log',
    log_file_mode: '0600',
    log_rotation_age: '1d',
    log_rotation_size: '0',
    log_truncate_on_rotation: 'on',
    log_line_prefix: '%m [%p] %q%u@%d ',
    log_parameter_max_length: '0',
    log_parameter_max_length_on_error: '0',
    log_checkpoints: 'off',
    cluster_name: 'opengoa',
  };
}
