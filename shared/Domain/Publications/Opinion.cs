using System.Text;
using VksServerless.Cycles;
using VksServerless.Forms;
using VksServerless.Units;

namespace VksServerless.Publications;

/// <summary>Ý kiến góp ý: a text, or a row of a table, by which a unit's accepted report gives its opinion on a draft.</summary>
/// <param name="Id">
/// 32 hexadecimal digits over the unit, the question and what was said: when the unit says something else, it is another opinion and
/// has no reply yet. Rows of a unit that say the same share it.
/// </param>
/// <param name="Text">What was written; null: it is a row.</param>
/// <param name="Cells">As of a <see cref="ListedRow"/>; null: it is a text.</param>
public sealed record Opinion(
    string Id, string Section, FieldCode Field, UnitCode Unit, string? Text, IReadOnlyDictionary<string, string>? Cells)
{
    /// <summary>Null: nobody has replied.</summary>
    public OpinionReply? Reply { get; init; }

    /// <summary>Those of all accepted reports, in the form's order and then in reading order.</summary>
    public static IReadOnlyList<Opinion> Of(Form form, Roster roster, IEnumerable<Standing> standings) =>
        Gather(form, new ReadingOrder(roster).Sort(standings));

    internal static IReadOnlyList<Opinion> Gather(Form form, IReadOnlyList<Standing> standings)
    {
        var asked = form.Fields.Where(field => field.Opinion).Select(field => field.Code).ToList();
        var texts = Narrative.Gather(form, standings).Where(text => asked.Contains(text.Field)).Select(Of);
        var rows = ListedRow.Gather(form, standings).Where(row => asked.Contains(row.Field)).Select(Of);
        var given = texts.Concat(rows).ToLookup(opinion => opinion.Field);
        return [.. asked.SelectMany(field => given[field])];
    }

    private static Opinion Of(Narrative said) =>
        new(IdOf($"{said.Unit}\u001f{said.Field}\u001f{said.Text}"), said.Section, said.Field, said.Unit, said.Text, null);

    private static Opinion Of(ListedRow row) => new(IdOf(row.Identity), row.Section, row.Field, row.Unit, null, row.Cells);

    private static string IdOf(string identity) => Sha256.Over(Encoding.UTF8.GetBytes(identity)).ToString()[..32];
}
