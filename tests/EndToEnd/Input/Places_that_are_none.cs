namespace VksServerless.EndToEnd.Input;

/// <summary>
/// Apart from their neighbours, which run on the Azure door too: there the host answers for an address that no trigger has, with 404 and
/// no words, and Azurite goes on from any token, which Table Storage refuses.
/// </summary>
public class Places_that_are_none(AHost host) : IClassFixture<AHost>
{
    [Fact]
    public async Task An_address_that_there_is_not_is_not_found() =>
        (await host.As("centre").Get("khong-co")).Refused(404, "address-unknown");

    [Theory]
    [InlineData("size=0")]
    [InlineData("size=-1")]
    [InlineData("size=1001")]
    [InlineData("size=x")]
    [InlineData("continuation=!")]
    [InlineData("continuation=YWJj")]
    [InlineData("continuation=QS9i")]
    public async Task Paging_that_is_none_is_refused(string query) =>
        (await host.As("centre").Get($"mails?{query}")).Refused(400, "paging-invalid");
}
