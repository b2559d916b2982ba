using System.IO.Compression;
using System.Text;
using System.Text.Json;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using VksServerless.Application.Events;
using VksServerless.Application.Notices;
using VksServerless.Server.Clock;
using VksServerless.Server.Storage;

namespace VksServerless.Server.Tests.Storage;

/// <summary>
/// A database as the version before left it when it was killed: one cycle open, another one being opened for 62 units, 63 deliveries to
/// <see cref="Subscriptions.Notices"/> on their way. More is added by hand: what waits in its outbox, for its time, or was given up.
/// </summary>
public class Taking_over_a_folder_of_format_0
{
    private static readonly DateTimeOffset Killed = new(2026, 11, 28, 17, 30, 0, TimeSpan.Zero);

    [Fact]
    public async Task Nothing_that_was_on_its_way_is_lost()
    {
        await using var sample = new Sample { Clock = new SimulatedClock(Killed) };
        Unpack(sample.Folder);
        var due = Killed.AddMinutes(5);
        Add(
            sample.Folder,
            Message(1001, Journal.Single(1)), Delivery(1001, "cycles"),
            Message(1002, Journal.Single(2), """{"attempt":3,"original":"m"}"""), Delivery(
                1002, "cycles"), $"insert into bus_scheduled values (1002, {due.UtcTicks})",
            Message(1003, Journal.Single(3)),
                $"insert into bus_dead values ('reporting/cycles', 1003, 1, 'Unreadable: no such event', {Killed.UtcTicks})",
            Outbox(Journal.Double(4)),
            Outbox(Journal.Single(5)), $"insert into bus_seen values ('reporting', '{Journal.Single(5).Id}', {Killed.UtcTicks})");

        await sample.Start();
        await sample.Server.WhenQuiet();

        sample.Journal.Entries.Count(entry => entry.StartsWith("notices k", StringComparison.Ordinal)).ShouldBe(63);
        sample.Journal.Entries.Where(entry => !entry.StartsWith("notices k", StringComparison.Ordinal)).Order()
            .ToArray().ShouldBe(["cycles 1", "difficulties 4", "notices 4"], "what is in the outbox and has been sent is not sent again");
        sample.Server.NextTimer.ShouldBe(due);
        sample.Database.Read(session => session.Value("select attempt from deliveries")).ShouldBe(3L);
        sample.Clock.Advance(due);
        await sample.Server.WhenQuiet();
        sample.Journal.Entries.ShouldContain("cycles 2");
        var letter = (await sample.SetAside()).ShouldHaveSingleItem();
        (letter.Subscription, letter.Reason, letter.Fault, letter.Attempts, letter.At).ShouldBe(
            ("cycles", "Unreadable", "no such event", 1, Killed));
        sample.Open().ShouldBe(0);
    }

    [Fact]
    public async Task It_is_done_once_and_the_original_is_kept()
    {
        await using var sample = new Sample { Clock = new SimulatedClock(Killed) };
        Unpack(sample.Folder);
        await sample.Start();
        await sample.Restart();
        await sample.Server.DisposeAsync();

        var copy = Path.Combine(sample.Folder, "vks.db.before-2");
        Directory.GetFiles(sample.Folder, "vks.db*").ShouldBe([Path.Combine(sample.Folder, "vks.db"), copy], ignoreOrder: true);
        new[] { "outbox", "bus_deliveries", "durable_instances" }.ShouldBeSubsetOf(Tables(copy));
        Read(copy, "select count(*) from bus_deliveries").ShouldBe(63L);
        var taken = Path.Combine(sample.Folder, "vks.db");
        Read(taken, "pragma user_version").ShouldBe(2L);
        Tables(taken).ShouldBe(["blobs", "deliveries", "messages_seen", "rows", "schedules"], ignoreOrder: true);
        Read(taken, "select count(*) from schedules").ShouldBe(2L);
    }

    [Fact]
    public async Task Its_cycles_go_on()
    {
        await using var sample = new Sample { HasOwnListeners = true, Clock = new SimulatedClock(Killed) };
        Unpack(sample.Folder);
        await sample.Start();
        await sample.Server.Play(sample.Clock, Killed.AddHours(1));

        using var http = new HttpClient { BaseAddress = sample.Server.Address };
        var cycles = (await ACycle.At(sample.Server, http).Read("cycles?size=100")).GetProperty("items").EnumerateArray().ToList();
        cycles.Select(cycle => cycle.GetProperty("phase").GetString()).ShouldBe(["open", "open"]);
        var mails = (await sample.Server.Services.GetRequiredService<IMailLog>().List(null, 1000, null, default)).Items;
        mails.Count.ShouldBe(90);
        mails.ShouldAllBe(mail => mail.SentAt != null);
    }

    [Fact]
    public async Task A_take_over_that_was_broken_off_is_done_again()
    {
        await using var sample = new Sample { Clock = new SimulatedClock(Killed) };
        Unpack(sample.Folder);
        await File.WriteAllTextAsync(Path.Combine(sample.Folder, "vks.db.before-2.unfinished"), "half a copy");

        await sample.Start();
        await sample.Server.WhenQuiet();

        sample.Journal.Entries.Count.ShouldBe(63);
        Read(Path.Combine(sample.Folder, "vks.db.before-2"), "select count(*) from bus_deliveries").ShouldBe(63L);
    }

    private static void Unpack(string folder)
    {
        using var packed = new GZipStream(typeof(Sample).Assembly.GetManifestResourceStream("format-0.db.gz")!, CompressionMode.Decompress);
        using var file = File.Create(Path.Combine(folder, "vks.db"));
        packed.CopyTo(file);
    }

    private static string Message(int seq, ReportingEvent happened, string? properties = null) =>
        "insert into bus_messages(seq, topic, id, subject, body, properties, sent_at, remaining) values "
        + $"({seq}, 'reporting', '{happened.Id}.{seq}', '{happened.Subject}', '{Json(happened)}', {(properties is null ? "null" : $"'{properties}'")}, {Killed.UtcTicks}, 1)";

    private static string Delivery(int seq, string subscription) =>
        $"insert into bus_deliveries(subscription, seq) values ('reporting/{subscription}', {seq})";

    private static string Outbox(ReportingEvent happened) =>
        $"insert into outbox(partition, id, subject, body) values ('p', '{happened.Id}', '{happened.Subject}', '{Json(happened)}')";

    private static string Json(ReportingEvent happened) => Encoding.UTF8.GetString(EventJson.Write(happened).Span);

    private static void Add(string folder, params string[] statements) =>
        Run(Path.Combine(folder, "vks.db"), string.Join(';', statements.Append("update bus_messages set body = cast(body as blob)").Append(
            "update outbox set body = cast(body as blob)")));

    private static string[] Tables(string path) =>
        JsonSerializer.Deserialize<string[]>(
            (string)Read(path, "select json_group_array(name) from sqlite_schema where type = 'table' and name not like 'sqlite_%'")!)!;

    private static object? Read(string path, string sql) => Run(path, sql);

    private static object? Run(string path, string sql)
    {
        using var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Pooling = false }.ToString());
        connection.Open();
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // Statements of this class.
        command.CommandText = sql;
#pragma warning restore CA2100
        return command.ExecuteScalar();
    }
}
