import { printSchema } from 'graphql'
import { Command } from 'commander'
import { makeSchema } from '../../api/schema.js'
import type { CommandContext, CommandFactory } from '../command.js'
import { EXIT, type ExitCode } from '../exit-codes.js'

export const schemaCommand: CommandFactory = (run) =>
  new Command('schema')
    .description('打印 GraphQL 模式；docs/schema.graphql 是已发布的一份，测试不许与之不合的改动\nprint the GraphQL schema; docs/schema.graphql is the published one, which a test keeps from being broken')
    .action(() => run(print))

async function print({ terminal }: CommandContext): Promise<ExitCode> {
  await terminal.out(`${printSchema(makeSchema())}\n`)
  return EXIT.OK
}
