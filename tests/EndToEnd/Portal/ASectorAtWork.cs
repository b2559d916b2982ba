using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using VksServerless.Application.Forms;
using VksServerless.EndToEnd.Cycles;
using VksServerless.Forms;
using VksServerless.People;
using VksServerless.Units;

namespace VksServerless.EndToEnd.Portal;

/// <summary>Cycles in every state, reports in every state, difficulties, an opinion: all that a page can show.</summary>
public sealed class ASectorAtWork : IAsyncLifetime
{
    public AHost Host { get; private set; } = null!;

    /// <summary>T84-CL has handed in, T84-CN was sent back to, V14 waits for its head, T84 owes.</summary>
    public ACycle Collecting { get; private set; } = null!;

    public ACycle Draft { get; private set; } = null!;

    /// <summary>All accepted, waits for its second leader.</summary>
    public ACycle Waiting { get; private set; } = null!;

    public ACycle Published { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        Host = await AHost.Start();
        Published = await ACycle.Open(Host, "V14", "T84", "T84-CL");
        foreach (var unit in (string[])["V14", "T84-CL", "T84"])
        {
            await Published.Accepted(unit);
        }

        await Published.Approved("leader-1");
        (await Published.Phase()).ShouldBe("published");
        Waiting = await ACycle.Open(Host, With(ACycle.Terms("V14", "T84", "T84-CL"), ("approvalsNeeded", 2)));
        foreach (var unit in (string[])["V14", "T84-CL", "T84"])
        {
            await Waiting.Accepted(unit, AReport.Of(unit, ("may_tinh", 1_234)));
        }

        await Waiting.Approved("leader-1");
        Draft = await ACycle.Draft(Host, With(ACycle.Terms("V14", "T84", "T84-CL"), ("title", "Rà soát phần mềm năm 2018")));
        Collecting = await ACycle.Open(
            Host, With(ACycle.Terms("V14", "T84", "T84-CL", "T84-CN", "C2"), ("headSignsOff", true), ("title", "Báo cáo đang thu")));
        await HandIn("T84-CL");
        await HandIn("T84-CN");
        (await Collecting.Return("T84-CN", "Số máy tính chưa khớp với biểu của năm trước.", 1, "may_tinh")).Done();
        await Present("V14");
        Difficulty = (await Host.As("reporter-T84-CL").Post(
            "difficulties", new { area = "other", title = "Thiếu máy quét", text = "Chưa có kinh phí." }, Person.NewKey())).Done().Said("id");
        var monthly = Series_of_cycles.Monthly();
        monthly["firstDay"] = "2018-08-01";
        (await Host.As("centre").Put("series/thang", monthly, "*")).Done();
        var begin = Host.Services.GetRequiredService<BeginFormDraft>();
        var like = new FormRef("an-hinh-su-thang", 2);
        (await begin.New("Theo dõi án mẫu", "", like, new Caller(PersonId.Of("centre"), "Cán bộ Cục 2", Role.Centre, UnitCode.Of("C2")), default))
            .Refused.ShouldBeFalse();
        await Host.WhenQuiet();
    }

    public const string FormDraft = "/portal/forms/drafts/theo-doi-an-mau";

    public string Difficulty { get; private set; } = "";

    public Task DisposeAsync() => Host.DisposeAsync().AsTask();

    private async Task HandIn(string unit)
    {
        var presented = (await Present(unit)).Done().Said("sha256");
        (await Host.As($"head-{unit}").Post($"{Collecting.ReportOf(unit)}/sign", new { sha256 = presented }, Person.NewKey())).Done();
        await Host.WhenQuiet();
    }

    private Task<Answer> Present(string unit) =>
        Host.As($"reporter-{unit}").Post($"{Collecting.ReportOf(unit)}/present", AReport.Of(unit), Person.NewKey());

    private static JsonObject With(JsonObject terms, params (string Name, JsonNode Value)[] others)
    {
        foreach (var (name, value) in others)
        {
            terms[name] = value;
        }

        return terms;
    }
}
