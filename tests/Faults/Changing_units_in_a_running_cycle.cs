using System.Text.Json;
using VksServerless.Application.Units;
using VksServerless.Faults.Cycle;
using VksServerless.Faults.Faults;
using VksServerless.Server.Access;
using VksServerless.Units;
using Xunit.Abstractions;

namespace VksServerless.Faults;

/// <summary>
/// Two provinces are merged while a cycle runs, and the centre applies that to it. The Nth operation that changes the store is
/// not done, or is done and its reply is lost; the centre asks again. It ends as if nothing had happened.
/// </summary>
public class Changing_units_in_a_running_cycle(ITestOutputHelper output)
{
    private const int Stride = 4;

    private static readonly SamplePerson Centre = SamplePeople.Central.Single(person => person.Id == "centre");
    private static readonly DateTimeOffset Merged = new(2026, 1, 8, 9, 0, 0, VietnamTime.Offset);

    [Fact]
    public async Task Ends_the_same_whichever_operation_fails()
    {
        var (undisturbed, operations) = await Play((_, _) => { });
        undisturbed.ShouldContain("T91 owed");
        undisturbed.ShouldContain("T01 exempt");
        undisturbed.ShouldContain("UnitObliged t91@vks.example");
        undisturbed.ShouldContain("expected 4");
        operations.ShouldBeGreaterThan(Stride);
        for (var failing = 1; failing <= operations; failing += Undisturbed.All ? 1 : Stride)
        {
            foreach (var moment in (string[])["before", "after"])
            {
                var (end, _) = await Play((number, now) =>
                {
                    if (number == failing && now == moment)
                    {
                        throw new LineCutException();
                    }
                });
                end.ShouldBe(undisturbed, $"{failing} {moment}");
            }
        }

        output.WriteLine($"{operations} operations in a change of units");
    }

    private static async Task<(IReadOnlyList<string> End, int Operations)> Play(Action<int, string> fault)
    {
        using var folder = new TemporaryFolder();
        var plan = new FaultPlan { Before = number => fault(number, "before"), After = number => fault(number, "after") };
        await using var stage = await Stage.Start(folder.Path, Directory(), plan);
        var campaign = new Campaign(stage, Directory());
        await campaign.Open();
        await stage.PlayTo(Merged);
        plan.Watch();
        var path = $"cycles/{campaign.Id}";
        var answer = await stage.Try(api => api.Post(Centre, $"{path}/unit-changes", new { Day = "2026-01-08", Reason = "Hợp nhất." }));
        answer.IsDone.ShouldBeTrue(answer.ToString());
        await stage.Until(async () => Done((await campaign.Cycle()).GetProperty("unitChanges")));
        await stage.Until(() => Task.FromResult(stage.NothingWaits));
        plan.Watch(false);
        var operations = plan.Operations;

        var obligations = (await campaign.Read($"{path}/obligations?size=1000")).Json.GetProperty("items").EnumerateArray()
            .Select(unit => $"{unit.GetProperty("unit").GetString()} {unit.GetProperty("state").GetString()}").ToList();
        var mails = new List<string>();
        foreach (var kind in (string[])["UnitObliged", "UnitExempted"])
        {
            mails.AddRange((await campaign.Mails(kind)).Select(mail => $"{kind} {mail.GetProperty("to").GetString()}"));
        }

        var total = (await campaign.Read($"{path}/totals/VKSTC")).Json.GetProperty("completeness");
        return (
            [
                .. obligations.Order(StringComparer.Ordinal), .. mails.Order(StringComparer.Ordinal),
                $"expected {total.GetProperty("expected").GetInt32()}"],
            operations);
    }

    private static bool Done(JsonElement changes) => changes.GetArrayLength() == 1 && changes[0].GetProperty("done").GetBoolean();

    /// <summary>T01 and T02 go into T91 on 08/01/2026, with a district each.</summary>
    private static UnitDirectory Directory() => new DirectoryChangeFile(
        [new("T91", "Viện kiểm sát mẫu T91", "province", "VKSTC", "Viện trưởng", "t91@vks.example", "2026-01-08")],
        [new("T01", "T91", "merge", "2026-01-08"), new("T02", "T91", "merge", "2026-01-08")],
        "Hợp nhất").ApplyTo(Sector.Of(provinces: 2, districts: 1, departments: 1), "Quản trị", Campaign.Start).Value;
}
