using VksServerless.Cycles;
using VksServerless.Figures;
using VksServerless.Forms;
using VksServerless.Reports;
using VksServerless.Tests.Forms;
using VksServerless.Totals;
using VksServerless.Units;

namespace VksServerless.Tests.Totals;

/// <summary>A province takes ten cases away that two of its districts counted both.</summary>
public class Adjustments_and_what_they_rest_on
{
    private static readonly Form Form = A_form_file.Read("""
        {
          "code": "an", "version": 1, "title": "Án",
          "sections": [{ "code": "an", "number": "I", "title": "Án", "fields": [
            { "code": "thu", "label": "Thụ lý", "type": { "kind": "integer" }, "aggregation": "sum" },
            { "code": "gq", "label": "Giải quyết", "type": { "kind": "integer" }, "aggregation": "sum" },
            { "code": "ton", "label": "Còn lại", "type": { "kind": "integer" }, "aggregation": "sum", "formula": "thu - gq" },
            { "code": "may", "label": "Máy", "type": { "kind": "integer" }, "aggregation": "sum" }
          ] }],
          "rules": [{ "code": "het", "severity": "error", "holds": "gq <= thu", "message": "Giải quyết quá số thụ lý.", "fields": ["gq"] }]
        }
        """);

    private static readonly UnitCode Province = UnitCode.Of("T84");

    [Fact]
    public void Count_while_the_districts_say_what_they_said() => Total(("A", 10, 5, 1), ("B", 4, 0, 1)).ShouldBe("thu 4 gq 5 ton -1 may 2");

    [Fact]
    public void Fall_together_when_a_district_corrects_what_they_touch()
    {
        Total(("A", 0, 0, 1), ("B", 4, 0, 1)).ShouldBe("thu 4 gq 0 ton 4 may 2");
        Total(("A", 10, 6, 1), ("B", 4, 0, 1)).ShouldBe("thu 14 gq 6 ton 8 may 2");
        Total(("B", 4, 0, 1)).ShouldBe("thu 4 gq 0 ton 4 may 1");
    }

    [Fact]
    public void Stand_when_a_district_changes_what_has_nothing_to_do_with_them_or_another_one_reports() =>
        Total(("A", 10, 5, 7), ("B", 4, 0, 1), ("C", 100, 0, 0)).ShouldBe("thu 104 gq 5 ton 99 may 8");

    [Fact]
    public void That_were_made_before_it_was_recorded_on_what_stand() =>
        Said(Node(Brought("T84", [Less], null), [Child("A", 0, 0, 1)]).Figures).ShouldBe("thu -10 gq 0 ton -10 may 1");

    [Fact]
    public void Are_judged_alike_in_a_snapshot_of_the_whole_tree()
    {
        var tree = new Roster(
            [
                .. new[] { "A", "B", "C" }.Select(code => Participant(code, Province, UnitLevel.District, Tier.District)),
                Participant("T84", UnitCode.Sector, UnitLevel.Province, Tier.Province),
            ],
            [new RosterNode(Province, "T84", UnitLevel.Province, UnitCode.Sector), new RosterNode(UnitCode.Sector, "VKSTC", UnitLevel.Sector, null)]);
        string Sector(params Child[] districts) =>
            Said(Snapshot.Of(tree, UnitCode.Sector, [.. districts, new Child(Province, null, Adjusting, null)]).FiguresOf(UnitCode.Sector));

        Sector(Child("A", 10, 5, 1), Child("B", 4, 0, 1)).ShouldBe("thu 4 gq 5 ton -1 may 2");
        Sector(Child("A", 0, 0, 1), Child("B", 4, 0, 1)).ShouldBe("thu 4 gq 0 ton 4 may 2");
    }

    [Fact]
    public void That_fall_are_a_change_of_the_total_that_the_superior_hears_of()
    {
        var stands = NodeTotal.Of(Province, [Child("A", 10, 5, 1), Child("B", 4, 0, 1)], Adjusting);
        var fallen = NodeTotal.Of(Province, [Child("A", 10, 5, 1), Child("B", 4, 0, 1)], Adjusting with { Consolidation = Elsewhere });

        (stands.Fallen, fallen.Fallen).ShouldBe((null, 3));
        fallen.SameAs(stands).ShouldBeFalse();
    }

    [Fact]
    public void Are_written_with_the_report_and_read_again()
    {
        var content = Content([Less], Basis);

        var read = ReportJson.Read(Form, ReportJson.Write(content));

        ReportJson.Write(read).ToArray().ShouldBe(ReportJson.Write(content).ToArray());
        read.AdjustedOn.ShouldNotBeNull().Keys.ShouldBe(["A", "B"], ignoreOrder: true);
        System.Text.Encoding.UTF8.GetString(ReportJson.Write(Content([Less], null)).Span).ShouldNotContain("adjustedOn");
    }

    private static Adjustment Less => new(FieldCode.Of("thu"), -10, "Kê ở hai huyện.");

    private static IReadOnlyDictionary<string, IReadOnlyDictionary<string, decimal>> Basis => Consolidated.MadeOn(
        Form, [Less], NodeTotal.ByUnit([Child("A", 10, 5, 1), Child("B", 4, 0, 1)]));

    private static Contribution Adjusting => Brought("T84", [Less], Basis);

    private static Consolidation Elsewhere => Adjusting.Consolidation! with
    {
        On = new Dictionary<string, IReadOnlyDictionary<string, decimal>> { ["A"] = new Dictionary<string, decimal> { ["thu"] = 11 } },
    };

    private static string Total(params (string Unit, int Thu, int Gq, int May)[] districts) =>
        Said(Node(Adjusting, [.. districts.Select(one => Child(one.Unit, one.Thu, one.Gq, one.May))]).Figures);

    private static Child Node(Contribution own, IReadOnlyList<Child> districts) =>
        new(Province, null, own, NodeTotal.Of(Province, districts, own));

    private static Child Child(string unit, int thu, int gq, int may) => new(
        UnitCode.Of(unit), null,
        Contribution.Of(Form, UnitCode.Of(unit), 1, Hash, new ReportContent(new Answers(
            new Dictionary<string, int> { ["thu"] = thu, ["gq"] = gq, ["ton"] = thu - gq, ["may"] = may }
                .ToDictionary(answer => answer.Key, Answer (answer) => new Answer.Number(answer.Value))), [])), null);

    private static Contribution Brought(
        string unit, IReadOnlyList<Adjustment> adjustments, IReadOnlyDictionary<string, IReadOnlyDictionary<string, decimal>>? on) =>
        Contribution.Of(Form, UnitCode.Of(unit), 3, Hash, Content(adjustments, on));

    private static ReportContent Content(
        IReadOnlyList<Adjustment> adjustments, IReadOnlyDictionary<string, IReadOnlyDictionary<string, decimal>>? on) =>
        new(Answers.None, adjustments) { AdjustedOn = on };

    private static Sha256 Hash => Sha256.Of(new string('a', 64));

    private static Participant Participant(string code, UnitCode superior, UnitLevel level, Tier tier) =>
        new(UnitCode.Of(code), code, level, superior, tier, []);

    private static string Said(IReadOnlyDictionary<string, Figure> figures) => string.Join(
        ' ', new[] { "thu", "gq", "ton", "may" }.Select(field => $"{field} {FigureNumber.Of(figures.GetValueOrDefault(field)):0.##}"));
}
