using VksServerless.Access;
using VksServerless.People;
using VksServerless.Reports;
using VksServerless.Units;

namespace VksServerless.Tests.Reports;

public class Inspecting_a_report
{
    private static readonly Caller Inspector = new(PersonId.Of("thanh-tra"), "Ngô Thanh Tra", Role.Inspector, UnitCode.Of("TTR"));
    private static readonly IdempotencyKey Key = new(Inspector.Person, "kiem-tra-1");
    private static readonly DateTimeOffset Now = Cycles.ACycle.Start;

    private static readonly SubmittedVersion Version =
        new(2, Now, AnObligation.Hash, true, PersonId.Of("reporter"), "Trần Thị Bình");

    [Fact]
    public void Is_numbered_after_those_before_and_holds_on_to_the_version()
    {
        var made = Of(InspectionFinding.Lacking, " Thiếu biên bản.\r\nThiếu danh sách. ", before: 4).Value;

        (made.Number, made.Version, made.Sha256, made.By, made.Text)
            .ShouldBe((5, 2, AnObligation.Hash, "Ngô Thanh Tra", "Thiếu biên bản.\nThiếu danh sách."));
    }

    [Theory]
    [InlineData(InspectionFinding.Lacking, null, "required")]
    [InlineData(InspectionFinding.Lacking, "...", "required")]
    [InlineData(InspectionFinding.InOrder, "a\u202eb", "control-character")]
    public void Is_refused_at_its_place(InspectionFinding finding, string? text, string rule) =>
        Of(finding, text).Refusal!.Errors.ShouldHaveSingleItem().ShouldSatisfyAllConditions(
            error => error.Place.ShouldBe("/text"), error => error.Rule.ShouldBe(rule));

    [Fact]
    public void Is_bounded()
    {
        Of(InspectionFinding.InOrder, new string('a', Inspection.MostText), Inspection.Most - 1).Refused.ShouldBeFalse();
        Of(InspectionFinding.InOrder, new string('a', Inspection.MostText + 1)).Refusal!.Errors[0].Rule.ShouldBe("too-long");
        Of(InspectionFinding.InOrder, null, Inspection.Most).Refusal!.Type.ShouldBe("inspections-too-many");
    }

    [Fact]
    public void Tells_a_repeated_request_from_another_one()
    {
        var made = Of(InspectionFinding.Lacking, "Thiếu biên bản.").Value;

        made.Says(2, InspectionFinding.Lacking, "Thiếu biên bản. ").ShouldBeTrue();
        made.Says(1, InspectionFinding.Lacking, "Thiếu biên bản.").ShouldBeFalse();
        made.Says(2, InspectionFinding.InOrder, "Thiếu biên bản.").ShouldBeFalse();
        made.Says(2, InspectionFinding.Lacking, null).ShouldBeFalse();
    }

    [Fact]
    public void Has_an_event_of_its_own_each_time_though_the_report_stays_as_it_is()
    {
        var events = new[] { 0, 1 }
            .Select(before => Of(InspectionFinding.InOrder, null, before).Value.Happened(AnObligation.Owed)).ToList();

        events.Select(happened => happened.Id).ShouldBeUnique();
        events.ShouldAllBe(happened => happened.Revision == AnObligation.Owed.Revision && happened.By == Inspector.Person);
    }

    [Fact]
    public void Is_the_inspectors_alone() =>
        Enum.GetValues<Role>().Where(role => Permission.Inspects(Inspector with { Role = role })).ShouldBe([Role.Inspector]);

    private static Outcome<Inspection> Of(InspectionFinding finding, string? text, int before = 0) =>
        Inspection.Of(UnitCode.Of("VP"), before, Version, finding, text, Key, Inspector, Now);
}
