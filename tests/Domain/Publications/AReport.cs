using System.Text;
using System.Text.Json;
using VksServerless.Cycles;
using VksServerless.Figures;
using VksServerless.Forms;
using VksServerless.Publications;
using VksServerless.Reports;
using VksServerless.Tests.Cycles;
using VksServerless.Totals;
using VksServerless.Units;

namespace VksServerless.Tests.Publications;

/// <summary>The sector report of two departments, a province and its districts, on a form that asks a little of everything.</summary>
internal sealed class AReport
{
    public static readonly Form Form = Read("""
        {
          "code": "thu-nghiem", "version": 1, "title": "Thử nghiệm", "nilReturn": true,
          "sections": [
            {
              "code": "chung", "number": "I", "title": "Chung",
              "fields": [
                { "code": "so_vu", "label": "Số vụ", "type": { "kind": "integer" }, "aggregation": "sum", "ranked": "highest", "mayNotApply": true },
                { "code": "giai_quyet", "label": "Đã giải quyết", "type": { "kind": "integer" }, "aggregation": "sum" },
                { "code": "ty_le", "label": "Tỷ lệ giải quyết", "type": { "kind": "percent" }, "aggregation": "ratio", "numerator": "giai_quyet", "denominator": "so_vu" },
                { "code": "ban_chi_dao", "label": "Có Ban chỉ đạo", "type": { "kind": "yes-no" }, "aggregation": "tally" },
                { "code": "kho_khan", "label": "Khó khăn", "type": { "kind": "narrative" }, "aggregation": "list" }
              ]
            },
            {
              "code": "phan_mem", "number": "II", "title": "Phần mềm", "audience": { "levels": ["province", "district"] },
              "fields": [
                {
                  "code": "phan_mem", "label": "Phần mềm đang dùng", "aggregation": "union", "groupBy": ["de_nghi"], "sums": ["nguoi_dung"],
                  "type": {
                    "kind": "table",
                    "columns": [
                      { "code": "ten", "label": "Tên", "type": { "kind": "text" }, "required": true },
                      { "code": "nguoi_dung", "label": "Người dùng", "type": { "kind": "decimal" } },
                      { "code": "tu_ngay", "label": "Từ ngày", "type": { "kind": "date" } },
                      { "code": "de_nghi", "label": "Đề nghị", "type": { "kind": "choice", "options": [ { "code": "giu", "label": "Giữ" }, { "code": "thay", "label": "Thay" } ] } }
                    ]
                  }
                }
              ]
            }
          ],
          "rules": [ { "code": "giam_manh", "severity": "query", "holds": "giai_quyet >= 1", "message": "Không giải quyết vụ nào.", "fields": ["giai_quyet"] } ]
        }
        """);

    /// <summary>The same, with difficulties and programs as opinions to be replied to.</summary>
    public static readonly Form WithOpinions = Form with
    {
        Sections =
        [
            .. Form.Sections.Select(section => section with
            {
                Fields = [.. section.Fields.Select(field => field with { Opinion = $"{field.Code}" is "kho_khan" or "phan_mem" })],
            }),
        ],
    };

    private readonly Form _form;
    private readonly Dictionary<string, Standing> _standings;
    private readonly Dictionary<string, ReportContent> _contents = [];

    /// <param name="form">Null: <see cref="Form"/>.</param>
    public AReport(Form? form = null)
    {
        _form = form ?? Form;
        Roster = new Roster(
            [
                Participant("VP", "Văn phòng", UnitLevel.Department, "VKSTC", Tier.Supreme),
                Participant("C2", "Cục 2", UnitLevel.Department, "VKSTC", Tier.Supreme),
                Participant("T84", "Trà Vinh", UnitLevel.Province, "VKSTC", Tier.Province),
                Participant("T84-CL", "Càng Long", UnitLevel.District, "T84", Tier.District),
                Participant("T84-CK", "Cầu Kè", UnitLevel.District, "T84", Tier.District),
                Participant("T84-TC", "Trà Cú", UnitLevel.District, "T84", Tier.District),
            ],
            [
                new RosterNode(UnitCode.Of("T84"), "Trà Vinh", UnitLevel.Province, UnitCode.Sector),
                new RosterNode(UnitCode.Sector, "Viện kiểm sát nhân dân tối cao", UnitLevel.Sector, null),
            ]);
        Cycle = ACycle.Open(ACycle.Terms with { Form = Form.Ref });
        _standings = Roster.Participants.ToDictionary(unit => $"{unit.Unit}", unit => new Standing(Obligation.Fix(Cycle, unit), null));
    }

    public Cycle Cycle { get; }

    public Roster Roster { get; }

    public static string Bytes(SectorReport report) => JsonSerializer.Serialize(report, DomainJson.Options);

    public static Answer Number(decimal value) => new Answer.Number(value);

    public static Answer Rows(params (string Name, decimal Users, string Plan)[] rows) => new Answer.Rows([.. rows.Select(row =>
        (IReadOnlyDictionary<string, Answer>)new Dictionary<string, Answer>
        {
            ["ten"] = new Answer.Words(row.Name),
            ["tu_ngay"] = new Answer.Day(new DateOnly(2018, 7, 1)),
            ["nguoi_dung"] = Number(row.Users),
            ["de_nghi"] = new Answer.Choice(row.Plan),
        })]);

    /// <summary>Hands in and accepts the unit's report.</summary>
    public AReport Accept(string unit, params (string Field, Answer Answer)[] answers) =>
        Accept(unit, new ReportContent(new Answers(answers.ToDictionary(answer => answer.Field, answer => answer.Answer)), []));

    public AReport Accept(string unit, ReportContent content)
    {
        var owed = Obligation.Fix(Cycle, Roster.Participants.Single(participant => $"{participant.Unit}" == unit));
        var accepted = owed.Submit(Cycle, Sha256.Of(new string('a', 64)), Reports.AnObligation.Reporter, ACycle.Start, signOff: false)
            .Value.Next.Accept(Cycle, 1, ACycle.Centre, ACycle.Start).Value;
        _contents[unit] = content;
        _standings[unit] = Standing.Of(accepted, new AcceptedContent(1, Sha256.Of(new string('a', 64)), content), _form, Roster);
        return this;
    }

    public AReport Exempt(string unit)
    {
        _standings[unit] = new Standing(_standings[unit].Obligation.ExemptFrom(Cycle, "Sáp nhập", ACycle.Centre, ACycle.Start).Value, null);
        return this;
    }

    /// <param name="chance">In which order the parts come; null: as they were handed in.</param>
    public SectorReport Compose(Random? chance = null, PublishedBefore? earlier = null)
    {
        var (standings, children) = (_standings.Values.ToArray(), ChildrenOf(UnitCode.Sector, chance).ToArray());
        chance?.Shuffle(standings);
        chance?.Shuffle(children);
        return SectorReport.Compose(Cycle, _form, Roster, children, standings, earlier);
    }

    private IEnumerable<Child> ChildrenOf(UnitCode superior, Random? chance)
    {
        foreach (var participant in Roster.Participants.Where(participant => participant.Superior == superior))
        {
            var below = ChildrenOf(participant.Unit, chance).ToArray();
            chance?.Shuffle(below);
            yield return new Child(
                participant.Unit,
                _standings[$"{participant.Unit}"].Obligation,
                _contents.TryGetValue($"{participant.Unit}", out var content)
                    ? new Contribution(participant.Unit, 1, Sha256.Of(new string('a', 64)), FigureTable.Of(Form, participant.Unit, content))
                    : null,
                below.Length == 0 ? null : NodeTotal.Of(participant.Unit, below));
        }
    }

    private static Participant Participant(string code, string name, UnitLevel level, string superior, Tier tier) =>
        new(UnitCode.Of(code), name, level, UnitCode.Of(superior), tier, []);

    private static Form Read(string json)
    {
        using var file = new MemoryStream(Encoding.UTF8.GetBytes(json));
        return FormCatalogue.Read(file);
    }
}
