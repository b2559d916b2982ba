namespace VksServerless.Forms.Expressions;

/// <summary>What names mean while an expression is checked: the fields of one form.</summary>
public interface IScope
{
    /// <returns>Null when the form has no such field.</returns>
    Symbol? Find(string name);
}

/// <summary>What a name stands for, as far as computing with it goes.</summary>
public abstract record Symbol
{
    private Symbol()
    {
    }

    /// <param name="IsAdded">Aggregated as a number, so that it can be asked of the units below.</param>
    public sealed record Number(bool IsAdded = false) : Symbol;

    /// <summary>Yes or no.</summary>
    public sealed record Truth : Symbol;

    /// <param name="Options">The codes it can take.</param>
    public sealed record Choice(IReadOnlyList<string> Options) : Symbol;

    /// <param name="Columns">By code; a column that is a table itself cannot be named.</param>
    public sealed record Table(IReadOnlyDictionary<string, Symbol> Columns) : Symbol;

    /// <summary>Text, dates and files: it can only be asked whether they are blank.</summary>
    public sealed record Other : Symbol;
}
