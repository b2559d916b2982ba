using VksServerless.Forms;

namespace VksServerless.Application.Workbooks;

/// <summary>A workbook that came back and could be opened.</summary>
public abstract class FilledWorkbook
{
    public abstract WorkbookIdentity Identity { get; }

    /// <summary>What stands in its cells, read against the form.</summary>
    /// <param name="form">The version that <see cref="Identity"/> names.</param>
    /// <exception cref="ArgumentException">Another form or version.</exception>
    public abstract WorkbookContent ContentOf(Form form);
}
