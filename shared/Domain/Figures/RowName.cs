using System.Text;
using VksServerless.Forms;

namespace VksServerless.Figures;

/// <summary>Rows of things that the form does not list, told apart by the name that units gave them.</summary>
public static class RowName
{
    private const string Prefix = "phầnmềm";

    /// <summary>Names that differ only in case, spaces, punctuation or a leading "phần mềm" are one.</summary>
    public static string Normalise(string name)
    {
        var letters = string.Concat(name.Normalize(NormalizationForm.FormC).Where(char.IsLetterOrDigit)).ToLowerInvariant();
        return letters.StartsWith(Prefix, StringComparison.Ordinal) && letters.Length > Prefix.Length ? letters[Prefix.Length..] : letters;
    }

    /// <summary>What the row is counted under in a grouping column: of "khác" with the name of a listed option, that option.</summary>
    internal static string CodeOf(string column, Grouping grouping, FieldType.Table table, IReadOnlyDictionary<string, Answer> row)
    {
        var code = FigureTable.OptionOf(row.GetValueOrDefault(column)) ?? "";
        return code == Grouping.Other && grouping.NamedBy is { } named && grouping.By[0] == column
            && row.GetValueOrDefault(named) is Answer.Words { Text: var text }
            && ((FieldType.Choice)table.Columns.First(one => one.Code == column).Type).Options
                .FirstOrDefault(option => Normalise(option.Label) == Normalise(text)) is { } listed
                ? listed.Code
                : code;
    }
}
