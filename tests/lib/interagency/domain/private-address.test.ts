import { describe, expect, test } from 'vitest'
import { isPrivateAddress } from '@/lib/interagency/domain/private-address'

describe('an address inside is known as such, however it is written', () => {
  test.each([
    '127.0.0.1', '127.9.9.9', '10.0.0.1', '172.16.0.1', '172.31.255.255', '192.168.1.1', '169.254.169.254', '100.64.0.1', '0.0.0.0', '224.0.0.1', '255.255.255.255', '198.18.0.1', '192.0.2.7', '203.0.113.9', '198.51.100.1',
    '::1', '::', 'fe80::1', 'fe80::1%eth0', 'fc00::1', 'fd12:3456::1', 'ff02::1', '::ffff:127.0.0.1', '::ffff:10.1.2.3', '::ffff:7f00:1', '64:ff9b::a9fe:a9fe', '2002:7f00:1::', '2001:db8::1', '2001::1', '3fff::1', '[::1]', 'localhost', '', '1.2.3', '300.1.1.1', '::ffff:300.1.1.1', ':::', '1:2:3:4:5:6:7:8:9',
  ])('%s', (address) => expect(isPrivateAddress(address)).toBe(true))
})

describe('an address of the world is not', () => {
  test.each(['1.1.1.1', '8.8.8.8', '172.15.0.1', '172.32.0.1', '192.167.1.1', '100.63.0.1', '100.128.0.1', '198.17.0.1', '203.162.4.190', '2606:4700::1111', '2001:ee0::1', '::ffff:8.8.8.8', '64:ff9b::808:808', '2002:808:808::1'])(
    '%s', (address) => expect(isPrivateAddress(address)).toBe(false),
  )
})
