using System.Xml;
using VksServerless.Application.Workbooks;

namespace VksServerless.Workbooks.Packages;

/// <summary>The names that an XML reader keeps for its whole life: as few as spreadsheets have.</summary>
internal sealed class CappedNames : XmlNameTable
{
    private readonly NameTable _names = new();
    private int _count;

    public override string Add(char[] array, int offset, int length) =>
        _names.Get(array, offset, length) ?? Counted(_names.Add(array, offset, length));

    public override string Add(string array) => _names.Get(array) ?? Counted(_names.Add(array));

    public override string? Get(char[] array, int offset, int length) => _names.Get(array, offset, length);

    public override string? Get(string array) => _names.Get(array);

    private string Counted(string added) =>
        ++_count > Limits.Names ? throw new UnreadableWorkbookException(WorkbookRefusals.Unsafe) : added;
}
