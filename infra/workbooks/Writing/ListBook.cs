using VksServerless.Workbooks.Layout;

namespace VksServerless.Workbooks.Writing;

/// <summary>
/// The lists that cells choose from, each once, on a sheet of their own: a list over 255 characters within the check itself makes Excel
/// drop every check of the sheet.
/// </summary>
internal sealed class ListBook
{
    private readonly List<IReadOnlyList<string>> _lists = [];

    public IReadOnlyList<IReadOnlyList<string>> All => _lists;

    /// <returns>The defined name of the list; null: there is none.</returns>
    public string? NameOf(IReadOnlyList<string>? words)
    {
        if (words is null)
        {
            return null;
        }

        var at = _lists.FindIndex(list => list.SequenceEqual(words));
        if (at < 0)
        {
            at = _lists.Count;
            _lists.Add(words);
        }

        return Names.OfList(at + 1);
    }
}
