namespace Azure.Data.Tables;

internal sealed class NoEntity<T>(Response response) : NullableResponse<T>
{
    public override bool HasValue => false;

    public override T Value => throw new InvalidOperationException("There is no such entity.");

    public override Response GetRawResponse() => response;
}
