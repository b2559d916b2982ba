using System.Text;
using VksServerless.Forms;
using VksServerless.Workbooks.Layout;

namespace VksServerless.Workbooks.Reading;

/// <summary>Finds the option that a cell means: as it is written, or without capitals and accents where only one is meant.</summary>
internal static class OptionWords
{
    private const int MostNamed = 8;

    /// <returns>Null when none is meant, or more than one could be.</returns>
    public static Option? Find(FieldType.Choice choice, string word) =>
        Only(choice, option => CellWords.Of(choice, option) == word.Normalize(NormalizationForm.FormC))
        ?? Only(choice, option => option.Code == word)
        ?? Only(choice, option => Plain(CellWords.Of(choice, option)) == Plain(word) || Plain(option.Label) == Plain(word)
            || Plain(option.Code) == Plain(word));

    public static string Offered(FieldType.Choice choice)
    {
        var named = string.Join("; ", choice.Options.Take(MostNamed).Select(option => CellWords.Of(choice, option)));
        return choice.Options.Count > MostNamed ? $"Hãy chọn trong danh sách của ô: {named}; …" : $"Hãy chọn một trong: {named}.";
    }

    private static Option? Only(FieldType.Choice choice, Func<Option, bool> isMeant) =>
        choice.Options.Where(isMeant).Take(2).ToList() is [var one] ? one : null;

    private static string Plain(string text) =>
        string.Join(' ', Search.Plain(text.Normalize(NormalizationForm.FormKC)).Split(
            (char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
