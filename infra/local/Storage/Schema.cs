namespace VksServerless.Local.Storage;

/// <summary>Everything that the single-machine edition keeps in its one database file.</summary>
internal static class Schema
{
    public const string Sql = """
        create table if not exists rows(
            partition text not null, key text not null, body blob not null, etag text not null,
            primary key (partition, key)) without rowid;
        create table if not exists outbox(
            seq integer primary key autoincrement,
            partition text not null, id text not null, subject text not null, body blob not null);
        create unique index if not exists outbox_by_partition on outbox(partition, id);

        create table if not exists blobs(
            name text primary key, length integer not null, sha256 text not null, content blob, file text);
        create index if not exists blobs_in_files on blobs(file) where file is not null;

        create table if not exists bus_messages(
            seq integer primary key autoincrement,
            topic text not null, id text not null, subject text, correlation text, content_type text,
            body blob not null, properties text, sent_at integer not null, remaining integer not null);
        create table if not exists bus_seen(
            topic text not null, id text not null, sent_at integer not null, primary key (topic, id)) without rowid;
        create index if not exists bus_seen_by_time on bus_seen(sent_at);
        create table if not exists bus_deliveries(
            subscription text not null, seq integer not null, attempts integer not null default 0,
            primary key (subscription, seq)) without rowid;
        create table if not exists bus_scheduled(seq integer primary key, due_at integer not null);
        create table if not exists bus_dead(
            subscription text not null, seq integer not null, attempts integer not null,
            reason text not null, died_at integer not null, primary key (subscription, seq)) without rowid;

        create table if not exists durable_instances(
            id text primary key, execution integer not null, name text not null, version text not null, status text not null,
            input text, output text, failure text, custom_status text, tags text,
            created_at integer not null, updated_at integer not null,
            parent text, parent_name text, parent_execution integer, parent_task integer,
            events integer not null default 0, bytes integer not null default 0) without rowid;
        create index if not exists durable_by_parent on durable_instances(parent) where parent is not null;
        create table if not exists durable_history(
            instance text not null, seq integer not null, event text not null, primary key (instance, seq)) without rowid;
        create table if not exists durable_inbox(
            seq integer primary key autoincrement, instance text not null, execution integer, event text not null);
        create index if not exists durable_inbox_by_instance on durable_inbox(instance, seq);
        create table if not exists durable_activities(
            instance text not null, execution integer not null, task integer not null, name text not null, input text,
            primary key (instance, execution, task)) without rowid;
        create table if not exists durable_timers(
            instance text not null, execution integer not null, task integer not null, due_at integer not null,
            primary key (instance, execution, task)) without rowid;

        create table if not exists schedules(name text primary key, last integer not null) without rowid;
        """;
}
