using VksServerless.Cycles;
using VksServerless.Figures;
using VksServerless.Forms;
using VksServerless.Publications;
using VksServerless.Reports;
using VksServerless.Tests.Cycles;
using VksServerless.Tests.Forms;
using VksServerless.Units;

namespace VksServerless.Tests.Publications;

public class Merging_what_the_form_does_not_list
{
    private static readonly Form Form = A_form_file.Read("""
        {
          "code": "pm", "version": 1, "title": "Phần mềm",
          "sections": [{ "code": "pm", "number": "I", "title": "Phần mềm", "fields": [
            { "code": "pm", "label": "Phần mềm", "aggregation": "union", "groupBy": ["ten"], "sums": ["nguoi"], "namedBy": "ten_khac",
              "type": { "kind": "table", "columns": [
                { "code": "ten", "label": "Tên", "type": { "kind": "choice", "options": [
                  { "code": "an", "label": "Quản lý án hình sự" }, { "code": "khac", "label": "Khác" }] } },
                { "code": "ten_khac", "label": "Tên khác", "type": { "kind": "text" } },
                { "code": "nguoi", "label": "Người dùng", "type": { "kind": "integer" } }] } }
          ] }]
        }
        """);

    [Fact]
    public void Rows_of_one_name_are_one_however_it_is_written()
    {
        var others = Others(
            ("A", [("khac", "Sổ thụ lý điện tử", 3), ("khac", "Phần mềm Sổ thụ lý  điện tử.", 2)]),
            ("B", [("khac", "sổ thụ lý điện tử", 5), ("khac", "Tra cứu", 1), ("an", null, 9)]));

        others.Select(other => (string.Join(" | ", other.Names), other.Count, other.Units, other.Sums["nguoi"])).ShouldBe(
        [
            ("Phần mềm Sổ thụ lý  điện tử. | Sổ thụ lý điện tử | sổ thụ lý điện tử", 3, 2, 10m), ("Tra cứu", 1, 1, 1m),
        ]);
    }

    [Fact]
    public void A_name_that_the_form_lists_is_counted_under_it()
    {
        (string, string?, int)[] rows = [("khac", "quản lý án hình sự", 4), ("an", null, 9), ("khac", "Khác nữa", 1)];

        var figure = (Figure.Rows)FigureTable.Of(Form, UnitCode.Of("A"), Content(rows))["pm"];

        figure.Groups.Select(group => (group.Key, group.Value.Count, group.Value.Sums["nguoi"])).ShouldBe([("an", 2, 13m), ("khac", 1, 1m)]);
        Others(("A", rows)).ShouldHaveSingleItem().Names.ShouldBe(["Khác nữa"]);
    }

    private static List<NamedRows> Others(params (string Unit, (string Kind, string? Name, int Users)[] Rows)[] units)
    {
        var cycle = ACycle.Open(ACycle.Terms with { Form = Form.Ref });
        var roster = new Roster(
            [.. units.Select(unit => new Participant(UnitCode.Of(unit.Unit), unit.Unit, UnitLevel.Department, UnitCode.Sector, Tier.Supreme, []))],
            [new RosterNode(UnitCode.Sector, "VKSTC", UnitLevel.Sector, null)]);
        var standings = units.Select(unit => Standing.Of(
            Obligation.Fix(cycle, roster.Participants.Single(one => $"{one.Unit}" == unit.Unit)),
            new AcceptedContent(1, Sha256.Of(new string('a', 64)), Content(unit.Rows)), Form, roster));
        return [.. SectorReport.Compose(cycle, Form, roster, [], standings).Others!];
    }

    private static ReportContent Content((string Kind, string? Name, int Users)[] rows) => new(
        new Answers(new Dictionary<string, Answer>
        {
            ["pm"] = new Answer.Rows([.. rows.Select(row => (IReadOnlyDictionary<string, Answer>)new Dictionary<string, Answer?>
            {
                ["ten"] = new Answer.Choice(row.Kind),
                ["ten_khac"] = row.Name is null ? null : new Answer.Words(row.Name),
                ["nguoi"] = new Answer.Number(row.Users),
            }.Where(cell => cell.Value is not null).ToDictionary(cell => cell.Key, cell => cell.Value!))]),
        }), []);
}
