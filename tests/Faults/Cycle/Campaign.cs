using System.Collections.Concurrent;
using System.Text.Json;
using VksServerless.Application.Cycles;
using VksServerless.Application.Units;
using VksServerless.Calendars;
using VksServerless.Cycles;
using VksServerless.Server.Access;
using VksServerless.Units;

namespace VksServerless.Faults.Cycle;

/// <summary>
/// What people do in one cycle, from its draft to the publication, always the same. Each request carries its key or its
/// condition, so the whole may be done again from the start: what was done stays done.
/// </summary>
internal sealed class Campaign(IStage stage, UnitDirectory directory)
{
    public static DateTimeOffset Start { get; } = At(5, 9);

    private static readonly string[] Phases = ["draft", "starting", "open", "closed", "awaiting-approval", "published"];
    private static readonly SamplePerson Centre = SamplePeople.Central.Single(person => person.Id == "centre");
    private static readonly DateTimeOffset Due = At(20, 23);

    public CycleId Id { get; } = CycleId.From(PersonId.Of(Centre.Id), "campaign-0001");

    public ConcurrentDictionary<string, Receipt> Receipts { get; init; } = new();

    /// <summary>Is told of each part that begins.</summary>
    public Action<string> Begins { get; init; } = _ => { };

    public IReadOnlyList<Unit> Units { get; } = [.. directory.Units.Where(unit => unit.Level != UnitLevel.Sector)];

    /// <summary>Is returned once and hands in a second version.</summary>
    public Unit Returned => Units.First(unit => unit.Level == UnitLevel.District);

    /// <summary>Hands in after the second reminder.</summary>
    public Unit Late => Units.Last(unit => unit.Level == UnitLevel.District);

    public async Task Play()
    {
        await Open();
        await FirstReminder();
        await Submit();
        await SecondReminder();
        await Finish();
        await Publish();
    }

    public async Task Open()
    {
        Begins("open");
        await Do(Centre, "cycles", Terms(), "campaign-0001");
        await Do(Centre, $"cycles/{Id}/start");
        await stage.Until(() => IsAtLeast("open"));
    }

    public Task FirstReminder() => Reminder("first reminder", At(17, 8), Units.Count);

    public async Task Submit()
    {
        Begins("submit");
        await Each(Units.Where(unit => unit != Late), unit => Submit(unit, 1));
        await Do(
            Superior(Returned), $"cycles/{Id}/reports/{Returned.Code}/return",
            new { Version = 1, Reason = "Thiếu số liệu.", Fields = Array.Empty<string>() });
        await Submit(Returned, 2);
        await Each(Units.Where(unit => unit != Late), Accept);
    }

    public Task SecondReminder() => Reminder("second reminder", At(20, 8), Units.Count + 1);

    public async Task Finish()
    {
        Begins("finish");
        await Submit(Late, 1);
        await Accept(Late);
        await stage.Until(() => IsAtLeast("awaiting-approval"));
    }

    public async Task Publish()
    {
        Begins("publish");
        await Approve();
        await stage.Until(async () =>
        {
            if (await IsAtLeast("published"))
            {
                return true;
            }

            // Refused while the report was being put together again: the leaders approve what they have before them now.
            await Approve();
            return false;
        });
    }

    public async Task<JsonElement> Cycle() => (await Read($"cycles/{Id}")).Json;

    public async Task<string> Phase() => (await Cycle()).GetProperty("phase").GetString()!;

    /// <summary>Asks as the central office, until there is an answer.</summary>
    public Task<Answer> Read(string path) => stage.Try(api => api.Get(Centre, path));

    public async Task<IReadOnlyList<JsonElement>> Mails(string kind)
    {
        var mails = new List<JsonElement>();
        var continuation = "";
        do
        {
            var page = (await Read($"mails?cycle={Id}&size=1000&continuation={continuation}")).Json;
            mails.AddRange(page.GetProperty("items").EnumerateArray().Where(mail => mail.GetProperty("kind").GetString() == kind));
            continuation = page.TryGetProperty("continuation", out var next) ? next.GetString()! : "";
        }
        while (continuation.Length > 0);
        return mails;
    }

    public int FinalVersionOf(Unit unit) => unit == Returned ? 2 : 1;

    private async Task Approve()
    {
        if ((await Cycle()).TryGetProperty("digest", out var digest))
        {
            foreach (var leader in SamplePeople.Central.Where(person => person.Role == "leadership"))
            {
                await Do(leader, $"cycles/{Id}/approvals", new { Digest = digest.GetString() });
            }
        }
    }

    private async Task Reminder(string name, DateTimeOffset at, int mails)
    {
        Begins(name);
        await stage.PlayTo(at.AddMinutes(1));
        await stage.Until(async () => await Sent("ReminderDue") >= mails);
    }

    private async Task<int> Sent(string kind) => (await Mails(kind)).Count(mail => mail.TryGetProperty("sentAt", out _));

    private async Task Submit(Unit unit, int version)
    {
        var body = new { Answers = Answering.Of(unit, version), Adjustments = Array.Empty<object>() };
        var answer = await Do(
            SamplePeople.ReporterOf(unit), $"cycles/{Id}/reports/{unit.Code}/submit", body, $"submit-{unit.Code}-{version}");
        answer.IsDone.ShouldBeTrue($"{unit.Code} gets its receipt also when it asks again: {answer}");
        var receipt = answer.Json.Deserialize<Receipt>(JsonSerializerOptions.Web)!;
        Receipts.TryAdd(receipt.Number, receipt);
        Receipts[receipt.Number].ShouldBe(receipt);
    }

    private Task<Answer> Accept(Unit unit) =>
        Do(Superior(unit), $"cycles/{Id}/reports/{unit.Code}/accept", new { Version = FinalVersionOf(unit) });

    private SamplePerson Superior(Unit unit) =>
        unit.Level == UnitLevel.District ? SamplePeople.HeadOf(directory.Find(unit.Superior!.Value)!) : Centre;

    private static Task Each(IEnumerable<Unit> units, Func<Unit, Task> work) =>
        Parallel.ForEachAsync(units, new ParallelOptions { MaxDegreeOfParallelism = 4 }, async (unit, _) => await work(unit));

    private async Task<bool> IsAtLeast(string phase) => Array.IndexOf(Phases, await Phase()) >= Array.IndexOf(Phases, phase);

    /// <summary>Done, or done before: then it is a conflict, or about a version that is no longer the newest.</summary>
    private async Task<Answer> Do(SamplePerson who, string path, object? body = null, string? key = null)
    {
        var answer = await stage.Try(api => api.Post(who, path, body, key));
        (answer.IsDone || answer.Status is 409 or 412).ShouldBeTrue($"{who.Id} {path}: {answer}");
        return answer;
    }

    private static object Terms() => new
    {
        Title = "Tổng kết thử",
        Plan = new { Number = "1/KH-VKSTC", Date = "2026-01-02" },
        Form = new { Answering.Form.Code, Answering.Form.Version },
        Period = new { FirstDay = "2025-12-01", LastDay = "2026-11-30" },
        Deadlines = new { District = Due, Province = Due, Supreme = Due },
        ClosesAt = At(25, 17),
        Recipients = new[] { new { Name = "Lãnh đạo Viện", Mail = "lanh-dao@vks.example" } },
        Reminders = new { Days = new[] { -3, 0 }, At = "08:00:00" },
        ApprovalsNeeded = 2,
    };

    private static DateTimeOffset At(int day, int hour) => new(2026, 1, day, hour, 0, 0, TimeSpan.FromHours(7));
}

internal sealed record Receipt(string Number, string Unit, int Version, DateTimeOffset At, string Sha256, string Verdict);

/// <summary>Where a campaign is played.</summary>
internal interface IStage
{
    /// <summary>Asks until there is an answer; a fault on the way passes.</summary>
    Task<Answer> Try(Func<Api, Task<Answer>> request);

    /// <summary>Moves the clock on to that instant, if it is not there yet.</summary>
    Task PlayTo(DateTimeOffset instant);

    /// <summary>Lets everything be done, moving the clock on by a little where something waits for it.</summary>
    Task Until(Func<Task<bool>> holds);
}
