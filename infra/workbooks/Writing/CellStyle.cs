namespace VksServerless.Workbooks.Writing;

/// <param name="Format">Number format, e.g. #,##0; empty: general, @: text.</param>
/// <param name="Quoted">That what stands in it is text, whatever it begins with.</param>
internal readonly record struct CellStyle(Look Look, string Format = "", bool Locked = true, bool Quoted = false);

internal enum Look
{
    Plain,
    Title,
    Header,
    Label,
    Help,
    Input,
    Fixed,
    Asked,
    Link,
}
