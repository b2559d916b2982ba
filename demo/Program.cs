using VksServerless.Demo;

return await DemoCommand.Create().Parse(args).InvokeAsync();
