using VksServerless.Cycles;
using VksServerless.Documents.Units;
using VksServerless.Figures;
using VksServerless.Tests.Units;
using VksServerless.Totals;
using VksServerless.Units;
using static VksServerless.Tests.Totals.ASector;
using static VksServerless.Tests.Units.ADirectory;

namespace VksServerless.Tests.Totals;

public class Restating_an_earlier_period
{
    private static readonly DateOnly Since = new(2026, 1, 1);

    [Fact]
    public void Loses_nothing_whatever_happened_to_the_units() => Law.Holds<int, byte[]>((seed, events) =>
    {
        var sector = new ASector(seed, events);

        var restated = sector.Restatement.Of(sector.Figures, sector.Later);

        Said(restated.Under(UnitCode.Sector).Figures).ShouldBe(Said(FigureTable.Combine(sector.Figures.Values)));
        Said(FigureTable.Combine(restated.Own.Values.Concat(restated.Together.Values)))
            .ShouldBe(Said(FigureTable.Combine(sector.Figures.Values)));
    });

    [Fact]
    public void Changes_nothing_where_nothing_happened() => Law.Holds<int>(seed =>
    {
        var sector = new ASector(seed, []);

        var restated = sector.Restatement.Of(sector.Figures, sector.Later);

        Said(restated.Own).ShouldBe(
            Said(
                new SortedDictionary<UnitCode, IReadOnlyDictionary<string,
                Figure>>(sector.Figures.ToDictionary(unit => unit.Key, unit => FigureTable.Combine([unit.Value])))));
        restated.Together.ShouldBeEmpty();
        restated.Notes.ShouldBeEmpty();
    });

    [Fact]
    public void Gives_the_same_in_whatever_order_the_figures_come() => Law.Holds<int, byte[]>((seed, events) =>
    {
        var sector = new ASector(seed, events);

        var (one, other) = (sector.Restatement.Of(sector.Figures, sector.Later), sector.Restatement.Of(sector.Shuffled(), sector.Later));

        Said(other.Own).ShouldBe(Said(one.Own));
        Said(other.Together).ShouldBe(Said(one.Together));
        other.Notes.ShouldBe(one.Notes);
    });

    [Fact]
    public void Goes_by_way_of_any_day_between_to_the_same_end() => Law.Holds<int, byte[]>((seed, events) =>
    {
        var sector = new ASector(seed, events);
        var between = sector.AnyDay();

        var halfWay = new Restatement(sector.Directory, First, between).Carry(sector.Shares);

        Said(new Restatement(sector.Directory, between, sector.Last).Carry(halfWay))
            .ShouldBe(Said(sector.Restatement.Carry(sector.Shares)));
    });

    [Fact]
    public void Knows_of_every_unit_whether_its_previous_figures_are_its_own_alone() => Law.Holds<int, byte[]>((seed, events) =>
    {
        var sector = new ASector(seed, events);
        var restated = sector.Restatement.Of(sector.Figures, sector.Later);
        foreach (var unit in sector.Later.Participants.Select(participant => participant.Unit))
        {
            var origins = sector.Restatement.PredecessorsOf(unit, sector.Figures.Keys);
            if (origins.Exact)
            {
                Said(restated.Own[unit]).ShouldBe(Said(FigureTable.Combine(origins.Units.Select(from => sector.Figures[from]))));
            }
        }
    });

    [Fact]
    public void Combines_what_was_merged_and_says_so()
    {
        var (directory, figures) = (
            Merged(), new Dictionary<UnitCode, IReadOnlyDictionary<string,
            Figure>>
            { [Code("P1")] = Sum(3), [Code("P2")] = Sum(4), [Code("P3")] = Sum(5) });

        var restated = new Restatement(directory, First, Since).Of(figures, Roster.Fix(Participants.Everyone, directory, Since));

        Total(restated.Own[Code("N1")]).ShouldBe(7);
        Total(restated.Own[Code("P3")]).ShouldBe(5);
        restated.Under(Code("N1")).Exact.ShouldBeTrue();
        restated.Notes.ShouldBe(
            ["Đơn vị P1 (P1) hợp nhất vào Đơn vị N1 (N1), từ 01/07/2025.", "Đơn vị P2 (P2) hợp nhất vào Đơn vị N1 (N1), từ 01/07/2025."]);
    }

    [Fact]
    public void Leaves_what_was_divided_with_the_nearest_common_superior_and_says_where_a_total_is_not_whole()
    {
        var directory = Small.With(
            [Line("N1", "P1", "district"), Line("N2", "P1", "district")], Entry("P1-A", "N1", "split"), Entry("P1-A", "N2", "split"),
            Entry("P1-B", "P2-A", "separate")).Value;
        var figures = new Dictionary<UnitCode, IReadOnlyDictionary<string,
        Figure>>
        { [Code("P1-A")] = Sum(3), [Code("P1-B")] = Sum(4), [Code("P3-A")] = Sum(5) };

        var restatement = new Restatement(directory, First, Since);
        var restated = restatement.Of(figures, Roster.Fix(Participants.Everyone, directory, Since));

        Total(restated.Together[Code("P1")]).ShouldBe(3);
        Total(restated.Together[UnitCode.Sector]).ShouldBe(4);
        restated.Under(Code("P1")).Exact.ShouldBeFalse();
        restated.Under(Code("P3")).Exact.ShouldBeTrue();
        (Total(restated.Under(UnitCode.Sector).Figures), restated.Under(UnitCode.Sector).Exact).ShouldBe((12, true));
        restatement.PredecessorsOf(Code("N1"), figures.Keys).ShouldBe(Code("P1-A"), exact: false);
        restatement.PredecessorsOf(Code("P3-A"), figures.Keys).ShouldBe(Code("P3-A"), exact: true);
        restated.Notes.ShouldBe(
            [
                "Đơn vị P1-A (P1-A) chia thành Đơn vị N1 (N1), Đơn vị N2 (N2), từ 01/07/2025.",
                "Đơn vị P1-B (P1-B) tách một phần sang Đơn vị P2-A (P2-A), từ 01/07/2025."]);
    }

    [Fact]
    public void Puts_what_belongs_to_a_unit_that_does_not_take_part_with_its_superior()
    {
        var directory = Merged();
        var tree = Roster.Fix(new Participants([UnitLevel.Province], [], []), directory, Since);

        var restated = new Restatement(directory, First, Since)
            .Of(new Dictionary<UnitCode, IReadOnlyDictionary<string, Figure>> { [Code("P1-A")] = Sum(3) }, tree);

        Total(restated.Together[Code("N1")]).ShouldBe(3);
        restated.Own.ShouldBeEmpty();
    }

    [Fact]
    public void Says_what_was_renamed_and_who_reports_to_another()
    {
        var directory = Small.With(
            [new("P1", Name: "Thành phố P1"), new("P1-A", Superior: "P2")], Entry("P1", "P1", "rename"), Entry("P1-A", "P1-A", "reparent"))
                .Value;

        new Restatement(directory, First, Since).Notes([Code("P1"), Code("P1-A"), Code("P3")]).ShouldBe(
            [
                "Đơn vị P1 (P1) đổi tên thành Thành phố P1, từ 01/07/2025.",
                "Đơn vị P1-A (P1-A) chuyển từ trực thuộc Đơn vị P1 (P1) sang trực thuộc Đơn vị P2 (P2), từ 01/07/2025."]);
    }

    [Fact]
    public void Of_2024_by_the_34_provinces_of_2025_names_every_merger()
    {
        var directory = DirectoryChangeFile.Find("2025-07-01")!.ApplyTo(DirectoryFile.Shipped, "Quản trị", ADirectory.Now).Value;
        var provinces = new Participants([UnitLevel.Province], [], []);
        var figures = Roster.Fix(provinces, directory, new DateOnly(2024, 12, 1))
            .Participants.ToDictionary(unit => unit.Unit, _ => (IReadOnlyDictionary<string, Figure>)Sum(1));

        var restated = new Restatement(directory, new DateOnly(2024, 12, 1), new DateOnly(2025, 12, 1))
            .Of(figures, Roster.Fix(provinces, directory, new DateOnly(2025, 12, 1)));

        (figures.Count, restated.Own.Count, restated.Own.Values.Sum(Total)).ShouldBe((63, 34, 63));
        Total(restated.Own[Code("T86-2025")]).ShouldBe(3);
        restated.Notes.Count.ShouldBe(53);
        restated.Notes.ShouldContain(
            "Viện kiểm sát nhân dân tỉnh Trà Vinh (T84) hợp nhất vào Viện kiểm sát nhân dân tỉnh Vĩnh Long (T86-2025), từ 01/07/2025.");
        restated.Notes.ShouldContain(
            "Viện kiểm sát nhân dân tỉnh Thừa Thiên Huế (T46) đổi tên thành Viện kiểm sát nhân dân thành phố Huế, từ 01/01/2025.");
    }

    private static UnitDirectory Merged() => Small.With([Line("N1")], Entry("P1", "N1", "merge"), Entry("P2", "N1", "merge")).Value;

    private static Dictionary<string, Figure> Sum(decimal value) => new() { ["an"] = new Figure.Sum(value, 0, 1) };

    private static decimal Total(IReadOnlyDictionary<string, Figure> figures) => ((Figure.Sum)figures["an"]).Total;
}

internal static class OriginsThatShouldBe
{
    public static void ShouldBe(this Origins origins, UnitCode unit, bool exact)
    {
        origins.Units.ShouldBe([unit]);
        origins.Exact.ShouldBe(exact);
    }
}
